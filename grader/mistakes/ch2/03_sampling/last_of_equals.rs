//! The last of equals
//!
//! This is what you get when the last of several largest logits wins. `max_by` and `>=` both do
//! that. Among equals the lowest id is chosen: go from the left, and change your mind only for a
//! logit that is larger.

pub fn greedy(logits: &[f32]) -> u32 {
    let ids = 0..logits.len();
    ids.max_by(|&a, &b| logits[a].total_cmp(&logits[b])).unwrap() as u32
}
