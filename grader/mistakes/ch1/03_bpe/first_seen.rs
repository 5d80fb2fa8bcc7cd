//! Ties go to the pair seen first
//!
//! This is what you get when the pair that the text shows first wins, as in Python, where a dict
//! keeps its order and `max` returns the first. Here the smallest pair wins, wherever it stands.

pub fn train(bytes: &[u8], merges: usize) -> Vec<(u32, u32)> {
    let mut ids: Vec<u32> = bytes.iter().map(|&byte| u32::from(byte)).collect();
    let mut learned = Vec::new();
    while learned.len() < merges {
        let counts = tally(&ids);
        let most = counts.iter().map(|&(_, count)| count).max();
        let Some(&(best, _)) = counts.iter().find(|&&(_, count)| Some(count) == most) else {
            break;
        };
        ids = replace(&ids, best, 256 + learned.len() as u32);
        learned.push(best);
    }
    learned
}

/// In the order in which they first occur.
fn tally(ids: &[u32]) -> Vec<((u32, u32), usize)> {
    let mut counts: Vec<((u32, u32), usize)> = Vec::new();
    for two in ids.windows(2) {
        let pair = (two[0], two[1]);
        match counts.iter_mut().find(|(known, _)| *known == pair) {
            Some((_, count)) => *count += 1,
            None => counts.push((pair, 1)),
        }
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
