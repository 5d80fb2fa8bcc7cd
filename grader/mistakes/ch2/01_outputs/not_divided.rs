//! Not divided by the sum
//!
//! This is what you get when exp(x - max) is not divided by the sum of all of them. The likeliest
//! would always have 1, whatever the others are. Shares of one whole need the division: they add up
//! to 1.

pub fn softmax(logits: &[f32]) -> Option<Vec<f32>> {
    let max = largest(logits)?;
    Some(logits.iter().map(|x| (x - max).exp()).collect())
}

fn largest(logits: &[f32]) -> Option<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (max > f32::NEG_INFINITY).then_some(max)
}
