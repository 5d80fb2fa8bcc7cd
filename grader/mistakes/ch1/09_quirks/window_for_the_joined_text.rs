//! The window is held against the joined text
//!
//! This is what you get when prompt and answer are joined before they are counted for the window.
//! Where the two meet, a token may arise that stands in neither: encode each by itself, and add up
//! how many tokens they have.

pub fn price(
    prompt: &str,
    answer: &str,
    window: usize,
    dollars: (f64, f64),
    encoder: &encoder::Encoder,
) -> Option<f64> {
    let (read, written) = (encoder.encode(prompt).len(), encoder.encode(answer).len());
    if encoder.encode(&format!("{prompt}{answer}")).len() > window {
        return None;
    }
    Some(read as f64 * dollars.0 + written as f64 * dollars.1)
}
