//! The space as a piece of its own
//!
//! The runs of one kind are right, but a space between two words stays a piece of its own. The
//! last space of a run of white space moves to the front of the next piece.

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
            pieces.push(piece);
            piece = String::new();
        }
        piece.push(c);
        last = class(c);
    }
    pieces.push(piece);
    pieces.retain(|piece: &String| !piece.is_empty());
    pieces
}
