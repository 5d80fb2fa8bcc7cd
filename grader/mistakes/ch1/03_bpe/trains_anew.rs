//! Trains again on the text to encode
//!
//! This is what you get when the new text's own frequent pairs are merged and numbered anew.
//! The merges are what the tokenizer learned: encoding only applies them, so that an id means
//! the same in every text.

pub fn encode(bytes: &[u8], merges: &[(u32, u32)]) -> Vec<u32> {
    let mut ids: Vec<u32> = bytes.iter().map(|&byte| u32::from(byte)).collect();
    for i in 0..merges.len() {
        let mut counts = std::collections::BTreeMap::new();
        for two in ids.windows(2) {
            *counts.entry((two[0], two[1])).or_insert(0) += 1;
        }
        let best = counts.iter().max_by_key(|&(&pair, &count)| (count, std::cmp::Reverse(pair)));
        let Some((&best, _)) = best else { break };
        ids = replace(&ids, best, 256 + i as u32);
    }
    ids
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
