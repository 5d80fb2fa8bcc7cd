//! The space is trimmed away
//!
//! This is what you get when a spelling is trimmed before it is encoded. The space belongs to the
//! token: with it the word is another id.

pub fn spellings(word: &str, encoder: &encoder::Encoder) -> Vec<Vec<u32>> {
    let mut rest = word.chars();
    let first: String = rest.next().into_iter().flat_map(char::to_uppercase).collect();
    let capital = first + rest.as_str();
    [word.to_string(), format!(" {word}"), capital, word.to_uppercase()]
        .iter()
        .map(|spelling| encoder.encode(spelling.trim()))
        .collect()
}
