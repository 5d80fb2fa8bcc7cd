//! The last id is lost
//!
//! This is what you get when the loop ends with the last pair: an id at the end that is part of
//! no merge never reaches the result.

pub fn merge(ids: &[u32], pair: (u32, u32), new_id: u32) -> Vec<u32> {
    let mut merged = Vec::new();
    let mut i = 0;
    while i + 1 < ids.len() {
        let hit = (ids[i], ids[i + 1]) == pair;
        merged.push(if hit { new_id } else { ids[i] });
        i += if hit { 2 } else { 1 };
    }
    merged
}
