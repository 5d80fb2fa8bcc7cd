//! Ids from one
//!
//! This is what you get when ids count from 1. The first entry belongs to id 0.

pub fn top(probabilities: &[f32], k: usize) -> Vec<(u32, f32)> {
    let mut all: Vec<(u32, f32)> = (1..).zip(probabilities.iter().copied()).collect();
    all.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    all.truncate(k);
    all
}
