//! (a, b) and (b, a) are counted as the same pair
//!
//! This is what you get when `ab` and `ba` share one count. A pair has an order: merging (a, b)
//! does nothing to `ba`.

pub fn count_pairs(ids: &[u32]) -> std::collections::HashMap<(u32, u32), usize> {
    let mut counts = std::collections::HashMap::new();
    for two in ids.windows(2) {
        *counts.entry((two[0].min(two[1]), two[0].max(two[1]))).or_insert(0) += 1;
    }
    counts
}
