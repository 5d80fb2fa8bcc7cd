//! Chooses all merges before the first of them
//!
//! The ranks of all pairs are looked up once, and merged in that order. But a merge makes new
//! neighbours, and one of the new pairs may have the lowest rank of all. Look anew after each merge.

pub fn merge_by_rank(piece: &[u8], ranks: &std::collections::HashMap<Vec<u8>, u32>) -> Vec<u32> {
    let mut order: Vec<(u32, usize)> =
        (1..piece.len()).filter_map(|i| Some((*ranks.get(&piece[i - 1..=i])?, i))).collect();
    order.sort();
    let mut cuts: Vec<usize> = (0..=piece.len()).collect();
    for (_, cut) in order {
        let Some(i) = cuts.iter().position(|&c| c == cut) else { continue };
        if ranks.contains_key(&piece[cuts[i - 1]..cuts[i + 1]]) {
            cuts.remove(i);
        }
    }
    cuts.windows(2).map(|c| ranks[&piece[c[0]..c[1]]]).collect()
}
