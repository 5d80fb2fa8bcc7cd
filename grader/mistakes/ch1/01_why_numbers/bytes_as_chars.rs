//! Bytes taken for characters
//!
//! This is what you get when you walk over `bytes()` and take each byte for a character: é
//! falls apart into Ã and ©. Walk over `chars()`.

pub fn build_vocab(text: &str) -> Vec<char> {
    let mut vocab: Vec<char> = text.bytes().map(|b| b as char).collect();
    vocab.sort();
    vocab.dedup();
    vocab
}

pub fn encode(text: &str, vocab: &[char]) -> Result<Vec<u32>, char> {
    let mut ids = Vec::new();
    for b in text.bytes() {
        let c = b as char;
        match vocab.iter().position(|&v| v == c) {
            Some(i) => ids.push(i as u32),
            None => return Err(c),
        }
    }
    Ok(ids)
}
