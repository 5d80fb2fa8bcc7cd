//! The root forgotten
//!
//! This is what you get when the length stays squared: the sum of the squares, without its root.
//! (3, -4) has the length 5, the root of 25. A cosine divided by squared lengths depends on how
//! long the vectors are.

pub fn norm(a: &[f32]) -> f32 {
    product(a, a) as f32
}

pub fn cosine(a: &[f32], b: &[f32]) -> Option<f32> {
    let lengths = product(a, a) * product(b, b);
    (lengths > 0.0).then(|| (product(a, b) / lengths).clamp(-1.0, 1.0) as f32)
}

fn product(a: &[f32], b: &[f32]) -> f64 {
    a.iter().zip(b).map(|(a, b)| *a as f64 * *b as f64).sum::<f64>() + 0.0
}
