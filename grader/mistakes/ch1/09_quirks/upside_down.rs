//! The ratio is upside down
//!
//! This is what you get when the English tokens are divided by those of the other text. A language
//! that costs twice as much should give 2.0, not 0.5.

pub fn premium(text: &str, english: &str, encoder: &encoder::Encoder) -> Option<f64> {
    let (tokens, english) = (encoder.encode(text).len(), encoder.encode(english).len());
    if english == 0 {
        return None;
    }
    Some(english as f64 / tokens as f64)
}
