//! The code point taken for the id
//!
//! This is what you get when a character's Unicode code point (`c as u32`) is taken for its id.
//! An id is the index in the vocabulary: with e, h, l, o, the id of h is 1, not 104.

pub fn encode(text: &str, vocab: &[char]) -> Result<Vec<u32>, char> {
    text.chars().map(|c| if vocab.contains(&c) { Ok(c as u32) } else { Err(c) }).collect()
}

pub fn decode(ids: &[u32], vocab: &[char]) -> Result<String, u32> {
    ids.iter().map(|&id| char::from_u32(id).filter(|c| vocab.contains(c)).ok_or(id)).collect()
}
