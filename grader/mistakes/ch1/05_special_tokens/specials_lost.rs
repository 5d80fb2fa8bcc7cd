//! The special tokens themselves are lost
//!
//! This is what `str::split` gives: the text between the special tokens, without them. A
//! special token is a piece too, and `encode` needs it: push it behind the text before it.

pub fn split_special(text: &str, specials: &[&str]) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((start, name)) = first(rest, specials) {
        pieces.push(rest[..start].to_owned());
        rest = &rest[start + name.len()..];
    }
    pieces.push(rest.to_owned());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn first<'a>(text: &str, specials: &[&'a str]) -> Option<(usize, &'a str)> {
    let names = specials.iter().filter(|name| !name.is_empty());
    let found = names.filter_map(|&name| Some((text.find(name)?, name)));
    found.min_by_key(|&(start, name)| (start, std::cmp::Reverse(name.len())))
}
