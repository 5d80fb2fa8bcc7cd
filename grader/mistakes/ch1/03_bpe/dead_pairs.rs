//! Pairs that are gone stay in the table
//!
//! A pair whose count has fallen to 0 is no pair any more, but it is still in your table. When
//! all others are gone too, it wins, and training does not stop early. Take it out at 0.

pub fn train_words(words: &mut crate::Words, merges: usize) -> Vec<(u32, u32)> {
    let mut counts = std::collections::HashMap::new();
    let mut holders = std::collections::HashMap::<_, std::collections::HashSet<usize>>::new();
    for w in 0..words.len() {
        for two in words.symbols(w).windows(2) {
            *counts.entry((two[0], two[1])).or_insert(0) += words.count(w);
            holders.entry((two[0], two[1])).or_default().insert(w);
        }
    }
    let mut learned = Vec::new();
    while learned.len() < merges {
        let Some(best) = best_of(&counts) else { break };
        for w in holders.remove(&best).unwrap_or_default() {
            for two in words.symbols(w).windows(2) {
                *counts.entry((two[0], two[1])).or_insert(0) -= words.count(w);
            }
            words.merge(w, best, 256 + learned.len() as u32);
            for two in words.symbols(w).windows(2) {
                *counts.entry((two[0], two[1])).or_insert(0) += words.count(w);
                holders.entry((two[0], two[1])).or_default().insert(w);
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
