//! Subwords across the edges of pieces
//!
//! You cut the whole text into subwords at once, so an entry may match from one piece into the
//! next. Split first, then cut each piece by itself and add up.

pub fn token_counts(text: &str, vocab: &[&str]) -> (usize, usize, usize, usize) {
    (text.len(), text.chars().count(), cut_up(text).len(), match_from_left(text, vocab))
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
