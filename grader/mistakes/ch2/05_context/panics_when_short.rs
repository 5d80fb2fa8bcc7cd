//! A panic when the text is short
//!
//! Your code panics when there is more room than text: `ids.len() - room` would be below zero,
//! which a `usize` cannot hold. `saturating_sub` stops at 0 instead.

pub fn fit(ids: &[u32], room: usize) -> Vec<u32> {
    ids[ids.len() - room..].to_vec()
}
