//! Of several capitals, only one is kept
//!
//! This is what you get with `to_uppercase().next()`. One character may become several, which is
//! why `char::to_uppercase` gives an iterator: ß becomes SS. Take all that it gives.

pub fn spellings(word: &str, encoder: &encoder::Encoder) -> Vec<Vec<u32>> {
    let mut rest = word.chars();
    let first: String = rest.next().and_then(|c| c.to_uppercase().next()).into_iter().collect();
    let capital = first + rest.as_str();
    [word.to_string(), format!(" {word}"), capital, word.to_uppercase()]
        .iter()
        .map(|spelling| encoder.encode(spelling))
        .collect()
}
