//! Equal ones by the higher id
//!
//! This is what you get when a sort upwards is reversed: that turns the order of equal ones around
//! too. Of two equal probabilities the lower id comes first. Sort downwards instead, and with a
//! stable sort, as `sort_by` is.

pub fn top(probabilities: &[f32], k: usize) -> Vec<(u32, f32)> {
    let mut all: Vec<(u32, f32)> = (0..).zip(probabilities.iter().copied()).collect();
    all.sort_by(|(_, a), (_, b)| a.total_cmp(b));
    all.reverse();
    all.truncate(k);
    all
}
