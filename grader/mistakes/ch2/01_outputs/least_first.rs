//! The least probable first
//!
//! This is what you get when the sort runs upwards, as `sort_by` with a before b does. The most
//! probable comes first: compare b with a.

pub fn top(probabilities: &[f32], k: usize) -> Vec<(u32, f32)> {
    let mut all: Vec<(u32, f32)> = (0..).zip(probabilities.iter().copied()).collect();
    all.sort_by(|(_, a), (_, b)| a.total_cmp(b));
    all.truncate(k);
    all
}
