//! Entries added instead of squares
//!
//! This is what you get when the sizes of the entries are added up: 3 + 4 = 7 for (3, -4). That is
//! the way along the streets; the straight line is the root of 9 + 16, which is 5.

pub fn norm(a: &[f32]) -> f32 {
    size(a) as f32
}

pub fn cosine(a: &[f32], b: &[f32]) -> Option<f32> {
    let lengths = size(a) * size(b);
    (lengths > 0.0).then(|| (product(a, b) / lengths).clamp(-1.0, 1.0) as f32)
}

fn product(a: &[f32], b: &[f32]) -> f64 {
    a.iter().zip(b).map(|(a, b)| *a as f64 * *b as f64).sum::<f64>() + 0.0
}

fn size(a: &[f32]) -> f64 {
    a.iter().map(|x| x.abs() as f64).sum()
}
