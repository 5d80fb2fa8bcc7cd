//! One past the end
//!
//! Your code lets one id too many through: with `id > size` the id that equals the size is
//! taken for a good one. V characters have the ids 0 to V - 1, so V is unknown already: `>=`.

pub fn decode(ids: &[u32], vocab: &[char]) -> Result<String, u32> {
    let mut text = String::new();
    for &id in ids {
        if id as usize > vocab.len() {
            return Err(id);
        }
        text.push(vocab[id as usize]);
    }
    Ok(text)
}

pub fn one_hot(id: u32, vocab_size: usize) -> Result<Vec<f32>, u32> {
    if id as usize > vocab_size {
        return Err(id);
    }
    let mut vector = vec![0.0; vocab_size];
    vector[id as usize] = 1.0;
    Ok(vector)
}
