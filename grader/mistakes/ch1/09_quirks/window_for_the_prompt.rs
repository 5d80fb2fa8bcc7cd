//! Only the prompt is held against the window
//!
//! This is what you get when the answer is thought to have room of its own. Every token the model
//! writes is read again to write the next, so prompt and answer share one window.

pub fn price(
    prompt: &str,
    answer: &str,
    window: usize,
    dollars: (f64, f64),
    encoder: &encoder::Encoder,
) -> Option<f64> {
    let (read, written) = (encoder.encode(prompt).len(), encoder.encode(answer).len());
    if read > window {
        return None;
    }
    Some(read as f64 * dollars.0 + written as f64 * dollars.1)
}
