//! Writes U+FFFD for an unknown id
//!
//! U+FFFD stands for bytes that are no text. An unknown id has no bytes at all: it adds nothing to
//! the text, and stands in the list.

pub fn misread(ids: &[u32], ranks: &std::collections::HashMap<Vec<u8>, u32>) -> (String, Vec<u32>) {
    let token = |id: u32| ranks.iter().find(|&(_, &rank)| rank == id).map(|(token, _)| token);
    let mark = "\u{FFFD}".as_bytes();
    let bytes: Vec<u8> = ids
        .iter()
        .flat_map(|&id| token(id).map_or(mark, |token| token.as_slice()))
        .copied()
        .collect();
    let unknown = ids.iter().copied().filter(|&id| token(id).is_none()).collect();
    (String::from_utf8_lossy(&bytes).into_owned(), unknown)
}
