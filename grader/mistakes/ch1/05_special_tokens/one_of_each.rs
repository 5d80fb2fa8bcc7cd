//! Each special token is cut out once
//!
//! You cut at the first special token and take all that follows for plain text. A special token
//! may come again, and others behind it: go on until none is found in the rest.

pub fn split_special(text: &str, specials: &[&str]) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    if let Some((start, name)) = first(rest, specials) {
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
    found.min_by_key(|&(start, name)| (start, std::cmp::Reverse(name.len())))
}
