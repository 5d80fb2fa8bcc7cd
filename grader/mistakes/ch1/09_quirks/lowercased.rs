//! Everything is lowercased
//!
//! This is what you get when a spelling is lowercased before it is encoded. Many search engines do
//! that; a language model keeps capitals, and gives them ids of their own.

pub fn spellings(word: &str, encoder: &encoder::Encoder) -> Vec<Vec<u32>> {
    let mut rest = word.chars();
    let first: String = rest.next().into_iter().flat_map(char::to_uppercase).collect();
    let capital = first + rest.as_str();
    [word.to_string(), format!(" {word}"), capital, word.to_uppercase()]
        .iter()
        .map(|spelling| encoder.encode(&spelling.to_lowercase()))
        .collect()
}
