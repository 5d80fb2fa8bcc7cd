//! One byte for a character
//!
//! You step over an uncovered character by one byte, but ß or é is two bytes and 🐠 is four. A
//! slice that ends inside a character panics. Step by `char::len_utf8`.

pub fn subwords(piece: &str, vocab: &[&str]) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = piece;
    while !rest.is_empty() {
        let fitting = vocab.iter().filter(|entry| rest.starts_with(**entry));
        let longest = fitting.map(|entry| entry.len()).max().unwrap_or(0);
        let (token, after) = rest.split_at(longest.max(1));
        tokens.push(token.to_owned());
        rest = after;
    }
    tokens
}
