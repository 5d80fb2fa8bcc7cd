//! Only one occurrence is merged
//!
//! This is what you get when you stop at the first occurrence. One merge replaces the pair
//! everywhere in the text.

pub fn merge(ids: &[u32], pair: (u32, u32), new_id: u32) -> Vec<u32> {
    let mut merged = ids.to_vec();
    if let Some(at) = ids.windows(2).position(|two| (two[0], two[1]) == pair) {
        merged.splice(at..at + 2, [new_id]);
    }
    merged
}
