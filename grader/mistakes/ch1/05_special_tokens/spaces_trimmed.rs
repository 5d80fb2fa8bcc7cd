//! White space beside a special token is thrown away
//!
//! You trim the text between the special tokens. In `hello <|endoftext|>` the space is a token
//! of its own, 220, and the model has to see it. The pieces joined must be the text.

pub fn split_special(text: &str, specials: &[&str]) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((start, name)) = first(rest, specials) {
        pieces.push(rest[..start].trim().to_owned());
        pieces.push(name.to_owned());
        rest = &rest[start + name.len()..];
    }
    pieces.push(rest.trim().to_owned());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn first<'a>(text: &str, specials: &[&'a str]) -> Option<(usize, &'a str)> {
    let names = specials.iter().filter(|name| !name.is_empty());
    let found = names.filter_map(|&name| Some((text.find(name)?, name)));
    found.min_by_key(|&(start, name)| (start, std::cmp::Reverse(name.len())))
}
