//! Only the first vector is asked for zeros
//!
//! This is what you get when a length of 0 is looked for in the first vector and not in the
//! second: then 0 is divided by 0, which is NaN. Either of the two may have no direction.

pub fn cosine(a: &[f32], b: &[f32]) -> Option<f32> {
    (length(a) > 0.0).then(|| (product(a, b) / (length(a) * length(b))).clamp(-1.0, 1.0) as f32)
}

fn product(a: &[f32], b: &[f32]) -> f64 {
    a.iter().zip(b).map(|(a, b)| *a as f64 * *b as f64).sum::<f64>() + 0.0
}

fn length(a: &[f32]) -> f64 {
    product(a, a).sqrt()
}
