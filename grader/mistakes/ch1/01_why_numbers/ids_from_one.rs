//! Ids from one
//!
//! This is what you get when the ids start at 1. They start at 0, like every index in Rust: the
//! first character of the vocabulary has id 0, and the last one has id V - 1.

pub fn encode(text: &str, vocab: &[char]) -> Result<Vec<u32>, char> {
    text.chars()
        .map(|c| vocab.iter().position(|&v| v == c).map(|i| i as u32 + 1).ok_or(c))
        .collect()
}

pub fn decode(ids: &[u32], vocab: &[char]) -> Result<String, u32> {
    let mut text = String::new();
    for &id in ids {
        if id as usize > vocab.len() {
            return Err(id);
        }
        text.push(vocab[id as usize - 1]);
    }
    Ok(text)
}

pub fn one_hot(id: u32, vocab_size: usize) -> Result<Vec<f32>, u32> {
    if id as usize > vocab_size {
        return Err(id);
    }
    let mut vector = vec![0.0; vocab_size];
    vector[id as usize - 1] = 1.0;
    Ok(vector)
}
