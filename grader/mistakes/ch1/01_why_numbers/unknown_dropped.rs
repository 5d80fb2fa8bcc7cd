//! The unknown silently dropped
//!
//! This is what you get when what is not in the vocabulary is silently dropped, as `filter_map`
//! and `flatten` do. Then what comes back is not what went in, and nobody is told: return the
//! first unknown one as the error.

pub fn encode(text: &str, vocab: &[char]) -> Result<Vec<u32>, char> {
    Ok(text.chars().filter_map(|c| vocab.iter().position(|&v| v == c)).map(|i| i as u32).collect())
}

pub fn decode(ids: &[u32], vocab: &[char]) -> Result<String, u32> {
    Ok(ids.iter().filter_map(|&id| vocab.get(id as usize)).collect())
}
