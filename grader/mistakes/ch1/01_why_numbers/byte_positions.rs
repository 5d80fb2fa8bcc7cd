//! Positions counted in bytes
//!
//! This is what you get when the vocabulary is made a string and positions in it are counted
//! in bytes, as `find` and `as_bytes` do. After the first character beyond ASCII every id is
//! off. An id counts characters: it is the index in `vocab` itself.

pub fn encode(text: &str, vocab: &[char]) -> Result<Vec<u32>, char> {
    let all: String = vocab.iter().collect();
    text.chars().map(|c| all.find(c).map(|at| at as u32).ok_or(c)).collect()
}

pub fn decode(ids: &[u32], vocab: &[char]) -> Result<String, u32> {
    let all: String = vocab.iter().collect();
    let bytes = all.as_bytes();
    ids.iter().map(|&id| bytes.get(id as usize).map(|&b| b as char).ok_or(id)).collect()
}
