//! Byte pair encoding for the checks of 1.3: what the learner's code is held against.

use std::cmp::Reverse;

type Pair = (u32, u32);

/// The straightforward way: counts everything anew for each merge. The pairs learned, and the
/// ids that each word ends as. A flat text is one word that occurs once.
pub fn reference(words: &[(&[u8], usize)], merges: usize) -> (Vec<Pair>, Vec<Vec<u32>>) {
    let size = 256 + merges;
    let bytes = |&(word, _): &(&[u8], usize)| word.iter().map(|&byte| byte.into()).collect();
    let mut words_ids: Vec<Vec<u32>> = words.iter().map(bytes).collect();
    let mut counts = vec![0; size * size];
    let mut learned = Vec::new();
    while learned.len() < merges {
        let mut seen = Vec::new();
        for (ids, &(_, count)) in words_ids.iter().zip(words) {
            for i in 1..ids.len() {
                let place = ids[i - 1] as usize * size + ids[i] as usize;
                if counts[place] == 0 {
                    seen.push(place);
                }
                counts[place] += count;
            }
        }
        let best = seen.iter().min_by_key(|&&place| (Reverse(counts[place]), place));
        let Some(&best) = best else { break };
        seen.iter().for_each(|&place| counts[place] = 0);
        let pair = ((best / size) as u32, (best % size) as u32);
        for ids in &mut words_ids {
            replace(ids, pair, 256 + learned.len() as u32);
        }
        learned.push(pair);
    }
    (learned, words_ids)
}

/// Merges one pair, in place.
pub fn replace(ids: &mut Vec<u32>, pair: Pair, new_id: u32) {
    let (mut from, mut to) = (0, 0);
    while from < ids.len() {
        let hit = from + 1 < ids.len() && (ids[from], ids[from + 1]) == pair;
        ids[to] = if hit { new_id } else { ids[from] };
        (from, to) = (from + 1 + usize::from(hit), to + 1);
    }
    ids.truncate(to);
}
