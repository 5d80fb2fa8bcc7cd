//! Powers of 2 instead of e
//!
//! This is what you get with 2 to the power of x, `exp2` or `powf`. Any base would give
//! probabilities, but the model was trained with e: use `exp`.

pub fn softmax(logits: &[f32]) -> Option<Vec<f32>> {
    let max = largest(logits)?;
    let sum: f32 = logits.iter().map(|x| (x - max).exp2()).sum();
    Some(logits.iter().map(|x| (x - max).exp2() / sum).collect())
}

fn largest(logits: &[f32]) -> Option<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (max > f32::NEG_INFINITY).then_some(max)
}
