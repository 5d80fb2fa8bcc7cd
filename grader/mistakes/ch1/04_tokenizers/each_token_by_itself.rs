//! Makes text of each token by itself
//!
//! A token may be a piece of a character, and then it is no text alone. Join the bytes of all
//! tokens, and read them once at the end.

pub fn misread(ids: &[u32], ranks: &std::collections::HashMap<Vec<u8>, u32>) -> (String, Vec<u32>) {
    let token = |id: u32| ranks.iter().find(|&(_, &rank)| rank == id).map(|(token, _)| token);
    let known = ids.iter().filter_map(|&id| token(id));
    let text = known.map(|token| String::from_utf8_lossy(token)).collect();
    (text, ids.iter().copied().filter(|&id| token(id).is_none()).collect())
}
