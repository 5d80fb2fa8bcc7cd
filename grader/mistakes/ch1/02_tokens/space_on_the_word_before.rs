//! The space on the word before
//!
//! Your space goes with the word before it, as in "how |are". Here it goes with what comes
//! after it: "how| are".

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
        if class(c) != last && !(c == ' ' && last != 2) {
            pieces.push(piece);
            piece = String::new();
        } else if class(c) == 2 && last == 2 && piece.trim() != "" {
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
