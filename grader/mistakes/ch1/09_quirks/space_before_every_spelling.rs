//! A space before every spelling
//!
//! This is what you get when the capitals have the space in front too. Each spelling changes one
//! thing about the word: only the second one adds a space.

pub fn spellings(word: &str, encoder: &encoder::Encoder) -> Vec<Vec<u32>> {
    let mut rest = word.chars();
    let first: String = rest.next().into_iter().flat_map(char::to_uppercase).collect();
    let capital = first + rest.as_str();
    let capital = format!(" {capital}");
    [word.to_string(), format!(" {word}"), capital, format!(" {}", word.to_uppercase())]
        .iter()
        .map(|spelling| encoder.encode(spelling))
        .collect()
}
