//! The rank instead of the id
//!
//! This is what you get when the probabilities are sorted first and counted then: 0, 1, 2 are
//! ranks. An id is the place where a probability stood before the sort, so pair them first.

pub fn top(probabilities: &[f32], k: usize) -> Vec<(u32, f32)> {
    let mut sorted = probabilities.to_vec();
    sorted.sort_by(|a, b| b.total_cmp(a));
    sorted.truncate(k);
    (0..).zip(sorted).collect()
}
