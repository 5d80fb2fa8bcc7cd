//! From the right
//!
//! This is what you get when you match from the end of the piece. The walk goes from the left:
//! the longest entry that the rest starts with, then on after it.

pub fn subwords(piece: &str, vocab: &[&str]) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = piece;
    while let Some(last) = rest.chars().next_back() {
        let fitting = vocab.iter().filter(|entry| rest.ends_with(**entry));
        let longest = fitting.map(|entry| entry.len()).max().unwrap_or(0);
        let (before, token) = rest.split_at(rest.len() - longest.max(last.len_utf8()));
        tokens.insert(0, token.to_owned());
        rest = before;
    }
    tokens
}
