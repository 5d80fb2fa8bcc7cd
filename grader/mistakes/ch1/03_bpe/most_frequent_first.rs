//! Counts the new text when encoding
//!
//! This is what you get when, among the merges that fit, the one most frequent in the new text
//! comes first. Counting is for training; encoding follows the order learned, or the same word
//! would be cut differently in different texts.

pub fn encode(bytes: &[u8], merges: &[(u32, u32)]) -> Vec<u32> {
    let mut ids: Vec<u32> = bytes.iter().map(|&byte| u32::from(byte)).collect();
    loop {
        let count = |&(a, b): &(u32, u32)| ids.windows(2).filter(|two| **two == [a, b]).count();
        let best = (0..merges.len()).max_by_key(|&i| (count(&merges[i]), std::cmp::Reverse(i)));
        match best {
            Some(i) if count(&merges[i]) > 0 => ids = replace(&ids, merges[i], 256 + i as u32),
            _ => return ids,
        }
    }
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
