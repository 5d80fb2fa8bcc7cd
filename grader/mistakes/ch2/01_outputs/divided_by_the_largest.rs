//! Divided by the largest, not subtracted
//!
//! This is what you get when the logits are divided by the largest before exp. That changes their
//! differences, and with them the probabilities. To subtract the same number from all of them
//! changes no difference.

pub fn softmax(logits: &[f32]) -> Option<Vec<f32>> {
    let max = largest(logits)?;
    let sum: f32 = logits.iter().map(|x| (x / max).exp()).sum();
    Some(logits.iter().map(|x| (x / max).exp() / sum).collect())
}

fn largest(logits: &[f32]) -> Option<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (max > f32::NEG_INFINITY).then_some(max)
}
