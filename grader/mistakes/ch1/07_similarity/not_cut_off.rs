//! Outside of -1 to 1
//!
//! Your cosines are right but for rounding, and rounding can push them just outside of -1 to 1.
//! That is enough for `acos` to give NaN. Cut the excess off, with `clamp(-1.0, 1.0)`.

pub fn cosine(a: &[f32], b: &[f32]) -> Option<f32> {
    let squares = |a: &[f32]| a.iter().map(|x| x * x).sum::<f32>();
    let lengths = squares(a).sqrt() * squares(b).sqrt();
    (lengths > 0.0).then(|| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>() / lengths)
}
