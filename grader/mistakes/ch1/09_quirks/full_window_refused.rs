//! A window that is exactly full is refused
//!
//! This is what you get with `>=`. A window of 5 holds five tokens; the sixth is the first that
//! does not fit.

pub fn price(
    prompt: &str,
    answer: &str,
    window: usize,
    dollars: (f64, f64),
    encoder: &encoder::Encoder,
) -> Option<f64> {
    let (read, written) = (encoder.encode(prompt).len(), encoder.encode(answer).len());
    if read + written >= window {
        return None;
    }
    Some(read as f64 * dollars.0 + written as f64 * dollars.1)
}
