//! The first entry in the list
//!
//! You take the first entry of `vocab` that fits. The order of the list means nothing here:
//! look at all that fit and take the longest.

pub fn subwords(piece: &str, vocab: &[&str]) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = piece;
    while let Some(first) = rest.chars().next() {
        let found = vocab.iter().find(|e| !e.is_empty() && rest.starts_with(**e));
        let length = found.map_or(first.len_utf8(), |entry| entry.len());
        tokens.push(rest[..length].to_owned());
        rest = &rest[length..];
    }
    tokens
}
