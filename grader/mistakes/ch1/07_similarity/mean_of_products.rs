//! The mean instead of the sum
//!
//! This is what you get when the sum of the products is divided by the number of entries. A dot
//! product is the sum itself; nothing is divided.

pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    let sum: f32 = a.iter().zip(b).map(|(a, b)| a * b).sum();
    if a.is_empty() { 0.0 } else { sum / a.len() as f32 }
}
