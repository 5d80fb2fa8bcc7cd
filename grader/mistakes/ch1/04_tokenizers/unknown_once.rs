//! Lists each unknown id once, or in order of size
//!
//! A set, or sorting and `dedup`, loses how often and in which order the ids came. The list is for
//! whoever looks for them in the input.

pub fn misread(ids: &[u32], ranks: &std::collections::HashMap<Vec<u8>, u32>) -> (String, Vec<u32>) {
    let token = |id: u32| ranks.iter().find(|&(_, &rank)| rank == id).map(|(token, _)| token);
    let bytes: Vec<u8> = ids.iter().filter_map(|&id| token(id)).flatten().copied().collect();
    let mut unknown: Vec<u32> = ids.iter().copied().filter(|&id| token(id).is_none()).collect();
    unknown.sort();
    unknown.dedup();
    (String::from_utf8_lossy(&bytes).into_owned(), unknown)
}
