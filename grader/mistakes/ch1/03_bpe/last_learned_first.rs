//! Applies the merges in reverse
//!
//! This is what you get when the merge learned last is applied first, again and again until none
//! fits. The oldest merges come first: the later ones are built on what they leave.

pub fn encode(bytes: &[u8], merges: &[(u32, u32)]) -> Vec<u32> {
    let mut ids: Vec<u32> = bytes.iter().map(|&byte| u32::from(byte)).collect();
    let known = |two: &[u32]| merges.iter().position(|&pair| pair == (two[0], two[1]));
    while let Some(i) = ids.windows(2).filter_map(known).max() {
        ids = replace(&ids, merges[i], 256 + i as u32);
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
