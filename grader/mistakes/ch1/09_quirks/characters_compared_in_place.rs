//! The place is counted in characters
//!
//! This is what you get when the texts are compared character by character. The model has no
//! characters: encode both, and compare the ids.

pub fn parts_at(a: &str, b: &str, encoder: &encoder::Encoder) -> Option<usize> {
    let _ = encoder;
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    (0..a.len().max(b.len())).find(|&i| a.get(i) != b.get(i))
}
