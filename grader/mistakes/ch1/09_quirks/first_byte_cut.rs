//! The first byte is cut off, not the first character
//!
//! This is what you get with `&word[..1]` and `&word[1..]`, which count bytes. An é is two bytes
//! and cannot be cut in its middle, and an empty word has none to cut off: `word.chars()` gives
//! characters.

pub fn spellings(word: &str, encoder: &encoder::Encoder) -> Vec<Vec<u32>> {
    let capital = word[..1].to_uppercase() + &word[1..];
    [word.to_string(), format!(" {word}"), capital, word.to_uppercase()]
        .iter()
        .map(|spelling| encoder.encode(spelling))
        .collect()
}
