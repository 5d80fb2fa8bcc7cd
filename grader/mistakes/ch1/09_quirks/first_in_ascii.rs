//! The first character is capitalized in ASCII only
//!
//! This is what you get with `to_ascii_uppercase` for the first character, which leaves é as it is.
//! `char::to_uppercase` knows the capitals of every script.

pub fn spellings(word: &str, encoder: &encoder::Encoder) -> Vec<Vec<u32>> {
    let mut rest = word.chars();
    let first = rest.next().map(|c| c.to_ascii_uppercase().to_string()).unwrap_or_default();
    let capital = first + rest.as_str();
    [word.to_string(), format!(" {word}"), capital, word.to_uppercase()]
        .iter()
        .map(|spelling| encoder.encode(spelling))
        .collect()
}
