//! Shifted above, not below
//!
//! This is what you get when the largest is subtracted above the line but not in the sum below it:
//! everything is too small by the same factor. Both need the same exp(x - max), or compute those
//! once and use them twice.

pub fn softmax(logits: &[f32]) -> Option<Vec<f32>> {
    let max = largest(logits)?;
    let sum: f32 = logits.iter().map(|x| x.exp()).sum();
    Some(logits.iter().map(|x| (x - max).exp() / sum).collect())
}

fn largest(logits: &[f32]) -> Option<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (max > f32::NEG_INFINITY).then_some(max)
}
