//! The longest name is searched for first, in the whole text
//!
//! You look for the longest name everywhere before you look for shorter ones. But the text is
//! read from the left: the special token that begins first is cut out first, whatever its
//! length. Length decides only between those that begin at the same place.

pub fn split_special(text: &str, specials: &[&str]) -> Vec<String> {
    let longest = |name: &&&str| !name.is_empty() && text.contains(**name);
    let Some(name) = specials.iter().filter(longest).max_by_key(|name| name.len()) else {
        return if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
    };
    let (before, after) = text.split_once(name).unwrap_or_default();
    let mut pieces = split_special(before, specials);
    pieces.push((*name).to_owned());
    pieces.extend(split_special(after, specials));
    pieces
}
