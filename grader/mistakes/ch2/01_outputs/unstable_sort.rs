//! Equal ones in any order
//!
//! This is what you get from `sort_unstable_by`, which may change the order of equal ones, and does
//! so in long lists. Of equal ones the lower id comes first: `sort_by` keeps them in order, or
//! compare the ids too.

pub fn top(probabilities: &[f32], k: usize) -> Vec<(u32, f32)> {
    let mut all: Vec<(u32, f32)> = (0..).zip(probabilities.iter().copied()).collect();
    all.sort_unstable_by(|(_, a), (_, b)| b.total_cmp(a));
    all.truncate(k);
    all
}
