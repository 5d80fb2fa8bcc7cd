//! Bytes counted as characters
//!
//! `str::len` counts bytes. That is the first number; the second is characters,
//! `text.chars().count()`, and é is one character of two bytes.

pub fn token_counts(text: &str, vocab: &[&str]) -> (usize, usize, usize, usize) {
    let pieces = cut_up(text);
    let subwords = pieces.iter().map(|piece| match_from_left(piece, vocab)).sum();
    (text.len(), text.len(), pieces.len(), subwords)
}

fn match_from_left(piece: &str, vocab: &[&str]) -> usize {
    let mut count = 0;
    let mut rest = piece;
    while let Some(first) = rest.chars().next() {
        let fitting = vocab.iter().filter(|entry| rest.starts_with(**entry));
        let longest = fitting.map(|entry| entry.len()).max().unwrap_or(0);
        rest = &rest[longest.max(first.len_utf8())..];
        count += 1;
    }
    count
}

fn class(c: char) -> u8 {
    match c {
        c if c.is_alphabetic() => 0,
        c if c.is_numeric() => 1,
        c if c.is_whitespace() => 2,
        _ => 3,
    }
}

fn cut_up(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut last = 2;
    for c in text.chars() {
        if class(c) != last {
            let end = piece.len() - usize::from(piece.ends_with(' '));
            let next = piece.split_off(end);
            pieces.push(piece);
            piece = next;
        }
        piece.push(c);
        last = class(c);
    }
    pieces.push(piece);
    pieces.retain(|piece: &String| !piece.is_empty());
    pieces
}
