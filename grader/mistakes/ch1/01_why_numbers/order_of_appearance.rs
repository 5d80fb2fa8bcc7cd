//! In order of appearance
//!
//! This is what you get when each new character goes to the end of the list. The vocabulary
//! is sorted, so that the ids do not depend on which character the text happens to show first.

pub fn build_vocab(text: &str) -> Vec<char> {
    let mut vocab = Vec::new();
    for c in text.chars() {
        if !vocab.contains(&c) {
            vocab.push(c);
        }
    }
    vocab
}
