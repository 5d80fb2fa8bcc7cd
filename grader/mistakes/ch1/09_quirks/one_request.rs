//! The price of a single request
//!
//! This is what you get when the price of a million tokens is divided by a million. Asked for is
//! what a million such requests cost, so the two millions cancel: tokens times price, no more.

pub fn price(
    prompt: &str,
    answer: &str,
    window: usize,
    dollars: (f64, f64),
    encoder: &encoder::Encoder,
) -> Option<f64> {
    let (read, written) = (encoder.encode(prompt).len(), encoder.encode(answer).len());
    if read + written > window {
        return None;
    }
    Some((read as f64 * dollars.0 + written as f64 * dollars.1) / 1e6)
}
