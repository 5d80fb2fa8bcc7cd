//! Divides by no tokens
//!
//! This is what you get when an English text without tokens is divided by all the same: infinity or
//! NaN, where the answer is that there is none. Look for 0 first, and give `None`.

pub fn premium(text: &str, english: &str, encoder: &encoder::Encoder) -> Option<f64> {
    Some(encoder.encode(text).len() as f64 / encoder.encode(english).len() as f64)
}
