//! The root of the mean
//!
//! This is what you get when the sum of the squares is divided by the number of entries before the
//! root is taken. That is a typical size of an entry. A length adds all the squares up and divides
//! by nothing.

pub fn norm(a: &[f32]) -> f32 {
    typical(a) as f32
}

pub fn cosine(a: &[f32], b: &[f32]) -> Option<f32> {
    let lengths = typical(a) * typical(b);
    (lengths > 0.0).then(|| (product(a, b) / lengths).clamp(-1.0, 1.0) as f32)
}

fn product(a: &[f32], b: &[f32]) -> f64 {
    a.iter().zip(b).map(|(a, b)| *a as f64 * *b as f64).sum::<f64>() + 0.0
}

fn typical(a: &[f32]) -> f64 {
    if a.is_empty() { 0.0 } else { (product(a, a) / a.len() as f64).sqrt() }
}
