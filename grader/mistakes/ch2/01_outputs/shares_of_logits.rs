//! Logits divided by their sum
//!
//! This is what you get when the logits themselves are divided by their sum. They may be negative,
//! and then so are the shares, or the sum is 0. Take exp of each first: that is always positive.

pub fn softmax(logits: &[f32]) -> Option<Vec<f32>> {
    largest(logits)?;
    let sum: f32 = logits.iter().sum();
    Some(logits.iter().map(|x| x / sum).collect())
}

fn largest(logits: &[f32]) -> Option<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (max > f32::NEG_INFINITY).then_some(max)
}
