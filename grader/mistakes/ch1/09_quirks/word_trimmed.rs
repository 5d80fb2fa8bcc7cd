//! The word is trimmed first
//!
//! This is what you get when white space is taken off the word before its spellings are made. The
//! word is measured as it comes: with a space of its own in front it is other tokens.

pub fn spellings(word: &str, encoder: &encoder::Encoder) -> Vec<Vec<u32>> {
    let word = word.trim();
    let mut rest = word.chars();
    let first: String = rest.next().into_iter().flat_map(char::to_uppercase).collect();
    let capital = first + rest.as_str();
    [word.to_string(), format!(" {word}"), capital, word.to_uppercase()]
        .iter()
        .map(|spelling| encoder.encode(spelling))
        .collect()
}
