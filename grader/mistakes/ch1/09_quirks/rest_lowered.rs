//! The rest of the word is lowercased
//!
//! This is what you get when the word is lowercased before its first character is made a capital.
//! Only the first character changes: `iPod` becomes `IPod`.

pub fn spellings(word: &str, encoder: &encoder::Encoder) -> Vec<Vec<u32>> {
    let mut rest = word.chars();
    let first: String = rest.next().into_iter().flat_map(char::to_uppercase).collect();
    let capital = first + &rest.as_str().to_lowercase();
    [word.to_string(), format!(" {word}"), capital, word.to_uppercase()]
        .iter()
        .map(|spelling| encoder.encode(spelling))
        .collect()
}
