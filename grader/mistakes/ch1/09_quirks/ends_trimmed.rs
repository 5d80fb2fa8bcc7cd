//! Spaces at the ends are ignored
//!
//! This is what you get when both texts are trimmed before they are compared. A space is input like
//! anything else, and a space at the end is a token more.

pub fn parts_at(a: &str, b: &str, encoder: &encoder::Encoder) -> Option<usize> {
    let (a, b) = (encoder.encode(a.trim()), encoder.encode(b.trim()));
    (0..a.len().max(b.len())).find(|&i| a.get(i) != b.get(i))
}
