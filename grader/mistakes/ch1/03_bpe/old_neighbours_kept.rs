//! The pairs that a merge destroys keep their counts
//!
//! This is what you get when a merge adds the counts of the new pairs but leaves those of the
//! old ones. Merging (b, c) in `abcd` makes (a, bc) and (bc, d), and it ends one each of (a, b),
//! (b, c) and (c, d): take them away.

pub fn train_words(words: &mut crate::Words, merges: usize) -> Vec<(u32, u32)> {
    let mut counts = std::collections::HashMap::new();
    for w in 0..words.len() {
        for two in words.symbols(w).windows(2) {
            *counts.entry((two[0], two[1])).or_insert(0) += words.count(w);
        }
    }
    let mut learned = Vec::new();
    while learned.len() < merges {
        let Some(best) = best_of(&counts) else { break };
        let new_id = 256 + learned.len() as u32;
        counts.remove(&best);
        for w in 0..words.len() {
            if words.symbols(w).windows(2).any(|two| (two[0], two[1]) == best) {
                words.merge(w, best, new_id);
                for two in words.symbols(w).windows(2).filter(|two| two.contains(&new_id)) {
                    *counts.entry((two[0], two[1])).or_insert(0) += words.count(w);
                }
            }
        }
        learned.push(best);
    }
    learned
}

fn best_of(counts: &std::collections::HashMap<(u32, u32), usize>) -> Option<(u32, u32)> {
    let most = counts.iter().max_by_key(|&(&pair, &count)| (count, std::cmp::Reverse(pair)));
    most.map(|(&pair, _)| pair)
}
