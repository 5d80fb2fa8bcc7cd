//! The last difference
//!
//! This is what you get when the search comes from the end, or goes on after the first difference.
//! The texts part at the first index whose ids are not the same.

pub fn parts_at(a: &str, b: &str, encoder: &encoder::Encoder) -> Option<usize> {
    let (a, b) = (encoder.encode(a), encoder.encode(b));
    (0..a.len().max(b.len())).rev().find(|&i| a.get(i) != b.get(i))
}
