//! Ties compare the text of the pair, not its ids
//!
//! This is what you get when the pair whose text sorts first wins. The rule compares numbers: an
//! id learned earlier is smaller than one learned later, whatever they spell.

pub fn train(bytes: &[u8], merges: usize) -> Vec<(u32, u32)> {
    let mut ids: Vec<u32> = bytes.iter().map(|&byte| u32::from(byte)).collect();
    let mut learned = Vec::new();
    while learned.len() < merges {
        let counts = tally(&ids);
        let text = |pair: &(u32, u32)| spell(&[pair.0, pair.1], &learned);
        let Some((&best, _)) = counts
            .iter()
            .max_by_key(|&(pair, &count)| (count, std::cmp::Reverse((text(pair), *pair))))
        else {
            break;
        };
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

fn spell(ids: &[u32], learned: &[(u32, u32)]) -> Vec<u8> {
    ids.iter()
        .flat_map(|&id| match id.checked_sub(256) {
            Some(i) => spell(&[learned[i as usize].0, learned[i as usize].1], learned),
            None => vec![id as u8],
        })
        .collect()
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
