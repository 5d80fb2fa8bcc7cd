//! Bytes are compared
//!
//! This is what you get when the two texts are compared with `len()`, which is bytes. How many of
//! them go into a token is what differs from language to language: compare the numbers of ids.

pub fn premium(text: &str, english: &str, encoder: &encoder::Encoder) -> Option<f64> {
    if encoder.encode(english).is_empty() {
        return None;
    }
    Some(text.len() as f64 / english.len() as f64)
}
