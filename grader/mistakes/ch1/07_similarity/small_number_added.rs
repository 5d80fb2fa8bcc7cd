//! A small number added to the lengths
//!
//! This is what you get when something like 1e-8 is added to the product of the lengths, so that
//! nothing is divided by 0. Beside short vectors it is not small: their cosines shrink to 0. Add
//! nothing, and ask for a length of 0 first.

pub fn cosine(a: &[f32], b: &[f32]) -> Option<f32> {
    let lengths = length(a) * length(b);
    (lengths > 0.0).then(|| (product(a, b) / (lengths + 1e-8)).clamp(-1.0, 1.0) as f32)
}

fn product(a: &[f32], b: &[f32]) -> f64 {
    a.iter().zip(b).map(|(a, b)| *a as f64 * *b as f64).sum::<f64>() + 0.0
}

fn length(a: &[f32]) -> f64 {
    product(a, a).sqrt()
}
