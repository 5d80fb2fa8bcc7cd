//! The right half of a merged pair stays
//!
//! This is what you get when the new id replaces the left half only, and the loop then goes on
//! with the right half. A merge uses up two ids: go on two places further.

pub fn merge(ids: &[u32], pair: (u32, u32), new_id: u32) -> Vec<u32> {
    let mut merged = Vec::new();
    for (i, &id) in ids.iter().enumerate() {
        let hit = i + 1 < ids.len() && (id, ids[i + 1]) == pair;
        merged.push(if hit { new_id } else { id });
    }
    merged
}
