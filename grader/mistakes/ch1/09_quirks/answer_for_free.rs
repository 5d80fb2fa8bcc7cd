//! The answer costs nothing
//!
//! This is what you get when only the prompt is charged. What the model writes is charged too, and
//! most often at the higher price.

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
    Some(read as f64 * dollars.0)
}
