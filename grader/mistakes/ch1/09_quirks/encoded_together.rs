//! Prompt and answer are encoded together
//!
//! This is what you get when prompt and answer are joined, and what goes beyond the prompt's tokens
//! is taken for the answer. Where the two meet, a token may arise that stands in neither: encode
//! each by itself.

pub fn price(
    prompt: &str,
    answer: &str,
    window: usize,
    dollars: (f64, f64),
    encoder: &encoder::Encoder,
) -> Option<f64> {
    let read = encoder.encode(prompt).len();
    let both = encoder.encode(&format!("{prompt}{answer}")).len();
    if both > window {
        return None;
    }
    Some(read as f64 * dollars.0 + both.saturating_sub(read) as f64 * dollars.1)
}
