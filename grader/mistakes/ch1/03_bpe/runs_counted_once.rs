//! Overlapping pairs are skipped when counting
//!
//! This is what you get when `aaa` counts as one pair (a, a), because the second overlaps the
//! first. Overlapping matters when merging; counting takes every position, so `aaa` has two.

pub fn count_pairs(ids: &[u32]) -> std::collections::HashMap<(u32, u32), usize> {
    let mut counts = std::collections::HashMap::new();
    let mut last = None;
    for (i, two) in ids.windows(2).enumerate() {
        let pair = (two[0], two[1]);
        if last == Some((i.wrapping_sub(1), pair)) {
            continue;
        }
        *counts.entry(pair).or_insert(0) += 1;
        last = Some((i, pair));
    }
    counts
}
