//! Takes the longest token that fits
//!
//! This is the way of 1.2: from the left, the longest entry that the rest begins with. BPE builds
//! tokens up from bytes instead, lowest rank first, and often arrives at another cut.

pub fn merge_by_rank(piece: &[u8], ranks: &std::collections::HashMap<Vec<u8>, u32>) -> Vec<u32> {
    let mut ids = Vec::new();
    let mut rest = piece;
    while !rest.is_empty() {
        let length = (1..=rest.len()).rev().find(|&n| ranks.contains_key(&rest[..n])).unwrap_or(1);
        ids.push(ranks[&rest[..length]]);
        rest = &rest[length..];
    }
    ids
}
