//! Never None
//!
//! This is what you get when nobody asks whether anything is left to choose from. With every logit
//! at -inf the largest is -inf too, and -inf minus -inf is NaN; without logits an empty vector
//! comes out. Look at the largest first: unless it is above -inf, return `None`.

pub fn softmax(logits: &[f32]) -> Option<Vec<f32>> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sum: f32 = logits.iter().map(|x| (x - max).exp()).sum();
    Some(logits.iter().map(|x| (x - max).exp() / sum).collect())
}

pub fn log_softmax(logits: &[f32]) -> Option<Vec<f32>> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sum: f32 = logits.iter().map(|x| (x - max).exp()).sum();
    Some(logits.iter().map(|x| (x - max) - sum.ln()).collect())
}
