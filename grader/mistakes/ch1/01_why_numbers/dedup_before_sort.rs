//! Deduplicated before it is sorted
//!
//! This is what you get when `dedup` comes before the sorting: it removes only neighbours that
//! are equal, so the second l of "hello" goes, but not the second a of "banana". Sort first.

pub fn build_vocab(text: &str) -> Vec<char> {
    let mut vocab: Vec<char> = text.chars().collect();
    vocab.dedup();
    vocab.sort();
    vocab
}
