//! Counts the tokens from one
//!
//! This is what you get when the first token has number 1. The result is an index, and an index
//! begins at 0.

pub fn parts_at(a: &str, b: &str, encoder: &encoder::Encoder) -> Option<usize> {
    let (a, b) = (encoder.encode(a), encoder.encode(b));
    (0..a.len().max(b.len())).find(|&i| a.get(i) != b.get(i)).map(|i| i + 1)
}
