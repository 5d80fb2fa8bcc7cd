//! Merges from the right
//!
//! This is what you get when you scan from the right. BPE scans left to right, and in a run such
//! as `aaa` that decides which two become one.

pub fn merge(ids: &[u32], pair: (u32, u32), new_id: u32) -> Vec<u32> {
    let mut merged = Vec::new();
    let mut end = ids.len();
    while end > 0 {
        if end > 1 && (ids[end - 2], ids[end - 1]) == pair {
            merged.push(new_id);
            end -= 2;
        } else {
            merged.push(ids[end - 1]);
            end -= 1;
        }
    }
    merged.reverse();
    merged
}
