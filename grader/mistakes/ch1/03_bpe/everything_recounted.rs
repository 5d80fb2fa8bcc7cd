//! Looks at every word for every merge
//!
//! The merges are right, but every word is read for each of them, also the many that the merge
//! does not touch. Keep the counts from one merge to the next, remember which words hold which
//! pair, and mend only the counts of the words that hold the one being merged.

pub fn train_words(words: &mut crate::Words, merges: usize) -> Vec<(u32, u32)> {
    let mut learned = Vec::new();
    while learned.len() < merges {
        let mut counts = std::collections::HashMap::new();
        for w in 0..words.len() {
            for two in words.symbols(w).windows(2) {
                *counts.entry((two[0], two[1])).or_insert(0) += words.count(w);
            }
        }
        let Some(best) = best_of(&counts) else { break };
        for w in 0..words.len() {
            words.merge(w, best, 256 + learned.len() as u32);
        }
        learned.push(best);
    }
    learned
}

fn best_of(counts: &std::collections::HashMap<(u32, u32), usize>) -> Option<(u32, u32)> {
    let most = counts.iter().max_by_key(|&(&pair, &count)| (count, std::cmp::Reverse(pair)));
    most.map(|(&pair, _)| pair)
}
