//! Goes through the merges once, from the last to the first
//!
//! This is what you get when the list of merges is walked backwards. Later merges join what
//! earlier ones have made, so nothing of them can fit yet: begin with the first.

pub fn encode(bytes: &[u8], merges: &[(u32, u32)]) -> Vec<u32> {
    let mut ids: Vec<u32> = bytes.iter().map(|&byte| u32::from(byte)).collect();
    for (i, &pair) in merges.iter().enumerate().rev() {
        ids = replace(&ids, pair, 256 + i as u32);
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
