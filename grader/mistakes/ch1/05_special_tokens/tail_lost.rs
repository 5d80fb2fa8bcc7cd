//! What follows the last special token is lost
//!
//! Your loop ends when no special token is left, but text may be. Whatever remains behind the
//! last one is the last piece.

pub fn split_special(text: &str, specials: &[&str]) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((start, name)) = first(rest, specials) {
        pieces.push(rest[..start].to_owned());
        pieces.push(name.to_owned());
        rest = &rest[start + name.len()..];
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn first<'a>(text: &str, specials: &[&'a str]) -> Option<(usize, &'a str)> {
    let names = specials.iter().filter(|name| !name.is_empty());
    let found = names.filter_map(|&name| Some((text.find(name)?, name)));
    found.min_by_key(|&(start, name)| (start, std::cmp::Reverse(name.len())))
}
