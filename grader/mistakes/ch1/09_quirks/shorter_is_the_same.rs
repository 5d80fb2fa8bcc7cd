//! A text that goes on counts as the same
//!
//! This is what you get when the comparison ends with the shorter list. If one text has tokens left,
//! the model is given something else: they differ at the length of the shorter one.

pub fn parts_at(a: &str, b: &str, encoder: &encoder::Encoder) -> Option<usize> {
    let (a, b) = (encoder.encode(a), encoder.encode(b));
    a.iter().zip(&b).position(|(a, b)| a != b)
}
