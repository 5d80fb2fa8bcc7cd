//! A panic when there are fewer than k
//!
//! Your code panics when k is more than there are: `[..k]` reaches past the end. Then all of them
//! are wanted; `truncate(k)` and `take(k)` stop at the end by themselves.

pub fn top(probabilities: &[f32], k: usize) -> Vec<(u32, f32)> {
    let mut all: Vec<(u32, f32)> = (0..).zip(probabilities.iter().copied()).collect();
    all.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    all[..k].to_vec()
}
