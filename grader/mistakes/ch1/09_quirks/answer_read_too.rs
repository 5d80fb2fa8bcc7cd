//! The answer is charged as read, too
//!
//! This is what you get when the tokens of the answer are charged at both prices, because the model
//! reads again what it has written. The window counts both texts, but the price counts each token
//! once: the answer's at the second price only.

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
    Some((read + written) as f64 * dollars.0 + written as f64 * dollars.1)
}
