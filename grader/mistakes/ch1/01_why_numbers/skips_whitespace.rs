//! White space left out
//!
//! This is what you get when white space is left out. To a model, a space or a line end is a
//! character like any other: without an id for it, "an ice" and "a nice" would be the same text.

pub fn build_vocab(text: &str) -> Vec<char> {
    let mut vocab: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    vocab.sort();
    vocab.dedup();
    vocab
}
