//! Divided as whole numbers
//!
//! This is what you get when two `usize` are divided: the rest is thrown away, and 3 / 2 is 1. Turn
//! both into `f64` first.

pub fn premium(text: &str, english: &str, encoder: &encoder::Encoder) -> Option<f64> {
    if encoder.encode(english).is_empty() {
        return None;
    }
    Some((encoder.encode(text).len() / encoder.encode(english).len()) as f64)
}
