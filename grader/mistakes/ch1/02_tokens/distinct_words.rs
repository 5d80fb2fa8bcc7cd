//! Each different word counted once
//!
//! You count each different word once. A word that comes three times counts three times: the
//! share is of the running text, which is what a model has to read.

use std::collections::BTreeSet;

pub fn unknown_share(text: &str, known: &[&str]) -> f64 {
    let pieces = cut_up(text);
    let words: BTreeSet<&str> = pieces
        .iter()
        .map(|piece| piece.trim_start_matches(' '))
        .filter(|word| word.starts_with(char::is_alphabetic))
        .collect();
    if words.is_empty() {
        return 0.0;
    }
    let unknown = words.iter().filter(|word| !known.contains(word)).count();
    unknown as f64 / words.len() as f64
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
