//! The two prices are swapped
//!
//! This is what you get when the prompt is charged at the price of the answer and the other way
//! round. The first price is for what the model reads, the second for what it writes.

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
    Some(read as f64 * dollars.1 + written as f64 * dollars.0)
}
