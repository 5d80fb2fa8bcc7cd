//! Cuts the text into pairs instead of sliding over it
//!
//! This is what you get when the ids are cut into pairs that stand beside each other, 1-2, 3-4,
//! 5-6. Every position but the last starts a pair: 1-2, 2-3, 3-4, and so on.

pub fn count_pairs(ids: &[u32]) -> std::collections::HashMap<(u32, u32), usize> {
    let mut counts = std::collections::HashMap::new();
    for two in ids.chunks_exact(2) {
        *counts.entry((two[0], two[1])).or_insert(0) += 1;
    }
    counts
}
