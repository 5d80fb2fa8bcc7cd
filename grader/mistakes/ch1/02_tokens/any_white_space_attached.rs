//! A newline or tab attached like a space
//!
//! You let any white space move to the front of the next word. Only the plain space does: a
//! newline, a tab or a no-break space stays a piece by itself, so that a word at the start of a
//! line is no other word.

fn class(c: char) -> u8 {
    match c {
        c if c.is_alphabetic() => 0,
        c if c.is_numeric() => 1,
        c if c.is_whitespace() => 2,
        _ => 3,
    }
}

pub fn split_pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut last = 2;
    for c in text.chars() {
        if class(c) != last {
            let space = piece.chars().last().filter(|c| c.is_whitespace());
            let end = piece.len() - space.map_or(0, char::len_utf8);
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
