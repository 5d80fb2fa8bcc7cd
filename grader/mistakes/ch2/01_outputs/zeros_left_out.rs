//! Zeros left out
//!
//! This is what you get when tokens with a probability of 0 are left out. They come last, but they
//! are among the k as long as there are not k others.

pub fn top(probabilities: &[f32], k: usize) -> Vec<(u32, f32)> {
    let mut all: Vec<(u32, f32)> = (0..).zip(probabilities.iter().copied()).collect();
    all.retain(|(_, p)| *p > 0.0);
    all.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    all.truncate(k);
    all
}
