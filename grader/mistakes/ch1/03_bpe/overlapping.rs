//! Occurrences overlap
//!
//! This is what you get when one id may be part of two merges: the middle `a` of `aaa` is used
//! twice, and what comes out stands for `aaaa`. Once a pair is merged, go on behind both ids.

pub fn merge(ids: &[u32], pair: (u32, u32), new_id: u32) -> Vec<u32> {
    let starts = |i: usize| i + 1 < ids.len() && (ids[i], ids[i + 1]) == pair;
    let mut merged = Vec::new();
    for (i, &id) in ids.iter().enumerate() {
        if starts(i) {
            merged.push(new_id);
        } else if i == 0 || !starts(i - 1) {
            merged.push(id);
        }
    }
    merged
}
