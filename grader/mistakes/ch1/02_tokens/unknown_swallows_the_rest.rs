//! An unknown character swallows the rest
//!
//! When no entry fits, you take all that is left of the piece as one token. Only the next
//! character becomes a token; after it the walk goes on, because entries may fit again.

pub fn subwords(piece: &str, vocab: &[&str]) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = piece;
    while !rest.is_empty() {
        let fitting = vocab.iter().filter(|entry| rest.starts_with(**entry));
        let longest = fitting.map(|entry| entry.len()).max().unwrap_or(0);
        let length = if longest == 0 { rest.len() } else { longest };
        tokens.push(rest[..length].to_owned());
        rest = &rest[length..];
    }
    tokens
}
