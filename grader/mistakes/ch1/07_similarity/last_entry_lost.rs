//! The last entry left out
//!
//! This is what you get when the loop stops one entry early. Index `a.len() - 1` is the last one,
//! so the range is `0..a.len()`; with `zip` you need no range at all.

pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    (0..a.len().saturating_sub(1)).map(|i| a[i] * b[i]).sum()
}
