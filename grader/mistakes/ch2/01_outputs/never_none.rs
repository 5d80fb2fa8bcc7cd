//! Never None
//!
//! This is what you get when nobody asks whether anything is left to choose from. With every logit
//! at -inf the result is NaN, from -inf minus -inf or from 0 / 0; without logits an empty vector
//! comes out. Begin the search for the largest at f32::NEG_INFINITY, and unless it finds something
//! above that, return `None`.

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
