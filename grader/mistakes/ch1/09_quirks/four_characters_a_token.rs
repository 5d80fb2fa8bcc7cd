//! Four characters are taken for a token
//!
//! This is what you get with the rule of thumb that a token has four characters. It is an average
//! over English prose, far off for numbers, code and other languages; the encoder knows exactly.

pub fn price(
    prompt: &str,
    answer: &str,
    window: usize,
    dollars: (f64, f64),
    encoder: &encoder::Encoder,
) -> Option<f64> {
    let count = |text: &str| text.chars().count().div_ceil(4);
    let _ = encoder;
    let (read, written) = (count(prompt), count(answer));
    if read + written > window {
        return None;
    }
    Some(read as f64 * dollars.0 + written as f64 * dollars.1)
}
