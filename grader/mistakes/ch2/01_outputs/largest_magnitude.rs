//! The largest without its sign
//!
//! This is what you get when the largest is searched for among the absolute values. Of 0 and -1000
//! the largest is 0; to subtract 1000 from both leaves an exp of 0 for each, and 0 / 0 is NaN.
//! Compare the logits as they are, with their signs.

pub fn softmax(logits: &[f32]) -> Option<Vec<f32>> {
    let max = magnitude(logits)?;
    let sum: f32 = logits.iter().map(|x| (x - max).exp()).sum();
    Some(logits.iter().map(|x| (x - max).exp() / sum).collect())
}

pub fn log_softmax(logits: &[f32]) -> Option<Vec<f32>> {
    let max = magnitude(logits)?;
    let sum: f32 = logits.iter().map(|x| (x - max).exp()).sum();
    Some(logits.iter().map(|x| (x - max) - sum.ln()).collect())
}

fn magnitude(logits: &[f32]) -> Option<f32> {
    largest(logits)?;
    Some(logits.iter().filter(|x| x.is_finite()).map(|x| x.abs()).fold(0.0, f32::max))
}

fn largest(logits: &[f32]) -> Option<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (max > f32::NEG_INFINITY).then_some(max)
}
