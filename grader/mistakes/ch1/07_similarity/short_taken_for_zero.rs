//! Short vectors taken for zero
//!
//! This is what you get when a length counts as 0 below some limit, such as `f32::EPSILON`. A short
//! vector has a direction like any other; only a length of exactly 0 has none.

pub fn cosine(a: &[f32], b: &[f32]) -> Option<f32> {
    let (a_long, b_long) = (length(a), length(b));
    let limit = f32::EPSILON as f64;
    (a_long > limit && b_long > limit)
        .then(|| (product(a, b) / (a_long * b_long)).clamp(-1.0, 1.0) as f32)
}

fn product(a: &[f32], b: &[f32]) -> f64 {
    a.iter().zip(b).map(|(a, b)| *a as f64 * *b as f64).sum::<f64>() + 0.0
}

fn length(a: &[f32]) -> f64 {
    product(a, a).sqrt()
}
