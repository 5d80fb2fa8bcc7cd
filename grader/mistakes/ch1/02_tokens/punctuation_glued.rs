//! Punctuation glued to the word
//!
//! You split only at white space, so `cat`, `cat,` and `cat?` would be three different words,
//! each to be learned by itself. Letters, digits and other characters are three kinds, and a
//! piece holds only one of them.

pub fn split_pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut last = true;
    for c in text.chars() {
        if c.is_whitespace() != last {
            let end = piece.len() - usize::from(piece.ends_with(' '));
            let next = piece.split_off(end);
            pieces.push(piece);
            piece = next;
        }
        piece.push(c);
        last = c.is_whitespace();
    }
    pieces.push(piece);
    pieces.retain(|piece: &String| !piece.is_empty());
    pieces
}
