//! The right ones, by id
//!
//! This is what you get when the k most probable are listed by their ids. They are wanted by their
//! probabilities, the most probable first; ids only decide between equal ones.

pub fn top(probabilities: &[f32], k: usize) -> Vec<(u32, f32)> {
    let mut all: Vec<(u32, f32)> = (0..).zip(probabilities.iter().copied()).collect();
    all.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    all.truncate(k);
    all.sort_by_key(|(id, _)| *id);
    all
}
