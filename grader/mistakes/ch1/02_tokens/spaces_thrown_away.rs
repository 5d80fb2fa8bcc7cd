//! Spaces thrown away
//!
//! This is what `split_whitespace` gives: the spaces are gone, and punctuation stays stuck to
//! the words. A tokenizer must be able to give back exactly the text it was given, so every
//! space has to stand in some piece: at the front of the one after it.

pub fn split_pieces(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}
