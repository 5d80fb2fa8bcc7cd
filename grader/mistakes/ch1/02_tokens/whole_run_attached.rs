//! The whole run of white space on the next word
//!
//! All the white space before a word ends up on that word. Only the last space of the run moves
//! on; the rest is a piece of its own. Otherwise every depth of indentation would make another
//! word of `return`.

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
            let next = if last == 2 { piece.split_off(0) } else { String::new() };
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
