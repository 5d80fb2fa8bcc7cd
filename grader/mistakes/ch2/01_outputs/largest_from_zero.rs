//! A largest that is never below 0
//!
//! This is what you get when the search for the largest begins at 0: with logits that are all
//! negative it finds 0, which is none of them. Then every exp(-1000) is 0, and so is their sum.
//! Begin at f32::NEG_INFINITY.

pub fn softmax(logits: &[f32]) -> Option<Vec<f32>> {
    let max = from_zero(logits)?;
    let sum: f32 = logits.iter().map(|x| (x - max).exp()).sum();
    Some(logits.iter().map(|x| (x - max).exp() / sum).collect())
}

pub fn log_softmax(logits: &[f32]) -> Option<Vec<f32>> {
    let max = from_zero(logits)?;
    let sum: f32 = logits.iter().map(|x| (x - max).exp()).sum();
    Some(logits.iter().map(|x| (x - max) - sum.ln()).collect())
}

fn from_zero(logits: &[f32]) -> Option<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (max > f32::NEG_INFINITY).then_some(max.max(0.0))
}
