//! Empty pieces are kept
//!
//! Where a special token stands at an edge of the text, or right behind another, there is
//! nothing between them, and you hand out that nothing as an empty piece. Leave empty pieces
//! out.

pub fn split_special(text: &str, specials: &[&str]) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((start, name)) = first(rest, specials) {
        pieces.push(rest[..start].to_owned());
        pieces.push(name.to_owned());
        rest = &rest[start + name.len()..];
    }
    pieces.push(rest.to_owned());
    pieces
}

fn first<'a>(text: &str, specials: &[&'a str]) -> Option<(usize, &'a str)> {
    let names = specials.iter().filter(|name| !name.is_empty());
    let found = names.filter_map(|&name| Some((text.find(name)?, name)));
    found.min_by_key(|&(start, name)| (start, std::cmp::Reverse(name.len())))
}
