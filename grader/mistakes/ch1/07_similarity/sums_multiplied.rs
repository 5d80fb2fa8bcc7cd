//! The sums multiplied
//!
//! This is what you get when each vector is added up first and the two sums are multiplied. The
//! products come first: each entry of a times the entry of b in the same place, then one sum over
//! all of them.

pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().sum::<f32>() * b.iter().sum::<f32>()
}
