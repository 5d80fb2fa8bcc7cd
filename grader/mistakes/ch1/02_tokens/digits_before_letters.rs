//! Digits asked for before letters
//!
//! You ask for digits before letters. A few characters are both, such as the Roman numeral Ⅷ;
//! the first kind in the list is letter.

fn class(c: char) -> u8 {
    match c {
        c if c.is_numeric() => 1,
        c if c.is_alphabetic() => 0,
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
