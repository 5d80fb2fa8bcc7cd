//! Counts once, before the first merge
//!
//! This is what you get when the pairs of the bare bytes are counted once and the most frequent
//! ones taken in turn. Each merge changes the text: count anew after it, or no token ever grows
//! beyond two bytes.

pub fn train(bytes: &[u8], merges: usize) -> Vec<(u32, u32)> {
    let ids: Vec<u32> = bytes.iter().map(|&byte| u32::from(byte)).collect();
    let counts = tally(&ids);
    let mut learned = Vec::new();
    while learned.len() < merges {
        let left = |pair: &(u32, u32)| !learned.contains(pair);
        let best = counts
            .iter()
            .filter(|&(pair, _)| left(pair))
            .max_by_key(|&(&pair, &count)| (count, std::cmp::Reverse(pair)));
        let Some((&best, _)) = best else { break };
        learned.push(best);
    }
    learned
}

fn tally(ids: &[u32]) -> std::collections::HashMap<(u32, u32), usize> {
    let mut counts = std::collections::HashMap::new();
    for two in ids.windows(2) {
        *counts.entry((two[0], two[1])).or_insert(0) += 1;
    }
    counts
}
