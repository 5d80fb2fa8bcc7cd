//! The shortest entry first
//!
//! You take the shortest entry that fits. The longest one is taken, so that the text becomes as
//! few tokens as the greedy walk can make.

pub fn subwords(piece: &str, vocab: &[&str]) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = piece;
    while let Some(first) = rest.chars().next() {
        let fitting = vocab.iter().filter(|e| !e.is_empty() && rest.starts_with(**e));
        let length = fitting.map(|entry| entry.len()).min().unwrap_or(first.len_utf8());
        tokens.push(rest[..length].to_owned());
        rest = &rest[length..];
    }
    tokens
}
