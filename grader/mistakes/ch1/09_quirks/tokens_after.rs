//! Counts the tokens that come after, not their digits
//!
//! This is what you get when each token after this one counts once. A token may hold several digits,
//! and each of them is a place: add up their lengths.

pub fn digit_groups(digits: &str, encoder: &encoder::Encoder) -> Vec<(String, usize)> {
    let ids = encoder.encode(digits);
    let text = |id| String::from_utf8_lossy(encoder.token(id)).into_owned();
    ids.iter().enumerate().map(|(i, &id)| (text(id), ids.len() - 1 - i)).collect()
}
