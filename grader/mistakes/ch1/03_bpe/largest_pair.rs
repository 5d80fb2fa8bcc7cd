//! Ties go to the largest pair
//!
//! This is what you get when the largest of several pairs with the same count wins: after
//! sorting, say, since `max_by_key` returns the last maximum. Here the smallest pair wins.

pub fn train(bytes: &[u8], merges: usize) -> Vec<(u32, u32)> {
    let mut ids: Vec<u32> = bytes.iter().map(|&byte| u32::from(byte)).collect();
    let mut learned = Vec::new();
    while learned.len() < merges {
        let mut counts: Vec<_> = tally(&ids).into_iter().collect();
        counts.sort();
        let Some(&(best, _)) = counts.iter().max_by_key(|&&(_, count)| count) else { break };
        ids = replace(&ids, best, 256 + learned.len() as u32);
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

fn replace(ids: &[u32], pair: (u32, u32), new_id: u32) -> Vec<u32> {
    let mut out = Vec::new();
    let mut rest = ids;
    while let [first, tail @ ..] = rest {
        let hit = tail.first().is_some_and(|&second| (*first, second) == pair);
        out.push(if hit { new_id } else { *first });
        rest = if hit { &tail[1..] } else { tail };
    }
    out
}
