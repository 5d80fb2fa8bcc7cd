//! Stops at the first id that is unknown
//!
//! The text ends where the first id has no token. It says more to read on: every other id still
//! means something here, and what it means is the point.

pub fn misread(ids: &[u32], ranks: &std::collections::HashMap<Vec<u8>, u32>) -> (String, Vec<u32>) {
    let token = |id: u32| ranks.iter().find(|&(_, &rank)| rank == id).map(|(token, _)| token);
    let bytes: Vec<u8> = ids.iter().map_while(|&id| token(id)).flatten().copied().collect();
    let unknown = ids.iter().copied().filter(|&id| token(id).is_none()).collect();
    (String::from_utf8_lossy(&bytes).into_owned(), unknown)
}
