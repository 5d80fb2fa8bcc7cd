//! Characters are compared
//!
//! This is what you get when the two texts are compared by their number of characters. That says
//! nothing about what they cost: compare the numbers of ids.

pub fn premium(text: &str, english: &str, encoder: &encoder::Encoder) -> Option<f64> {
    if encoder.encode(english).is_empty() {
        return None;
    }
    Some(text.chars().count() as f64 / english.chars().count() as f64)
}
