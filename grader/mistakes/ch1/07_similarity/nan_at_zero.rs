//! NaN for a vector of zeros
//!
//! This is what you get when 0 is divided by 0: NaN, which is neither above nor below any number
//! and spoils every sum and every sort it gets into. Ask for a length of 0 before you divide, and
//! return None.

pub fn cosine(a: &[f32], b: &[f32]) -> Option<f32> {
    Some((product(a, b) / (length(a) * length(b))).clamp(-1.0, 1.0) as f32)
}

fn product(a: &[f32], b: &[f32]) -> f64 {
    a.iter().zip(b).map(|(a, b)| *a as f64 * *b as f64).sum::<f64>() + 0.0
}

fn length(a: &[f32]) -> f64 {
    product(a, a).sqrt()
}
