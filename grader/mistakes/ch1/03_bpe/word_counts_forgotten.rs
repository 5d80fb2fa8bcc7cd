//! Every word counts once
//!
//! This is what you get when each different word counts once, however often it occurs in the
//! text. A pair in a word that occurs 500 times occurs 500 times: add the count of the word.

pub fn train_words(words: &mut crate::Words, merges: usize) -> Vec<(u32, u32)> {
    let mut learned = Vec::new();
    while learned.len() < merges {
        let mut counts = std::collections::HashMap::new();
        for w in 0..words.len() {
            for two in words.symbols(w).windows(2) {
                *counts.entry((two[0], two[1])).or_insert(0) += 1;
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
