//! A panic without entries
//!
//! Your code panics on vectors without entries, as `a[0]`, `a.len() - 1` or `reduce(..).unwrap()`
//! do. A sum of nothing is 0: start the sum at 0.0 and add to it.

pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).reduce(|x, y| x + y).unwrap()
}

pub fn norm(a: &[f32]) -> f32 {
    a.iter().map(|x| x * x).reduce(|x, y| x + y).unwrap().sqrt()
}
