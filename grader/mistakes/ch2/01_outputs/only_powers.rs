//! exp and nothing else
//!
//! This is what you get when each logit becomes exp(x) and that is all. It is positive, but no
//! probability: divide each by the sum of all of them, so that they add up to 1.

pub fn softmax(logits: &[f32]) -> Option<Vec<f32>> {
    largest(logits)?;
    Some(logits.iter().map(|x| x.exp()).collect())
}

fn largest(logits: &[f32]) -> Option<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (max > f32::NEG_INFINITY).then_some(max)
}
