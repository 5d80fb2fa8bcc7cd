//! Merges a pair everywhere before it looks again
//!
//! The best pair stands in several places, and you merged all of them. After the first merge there
//! can be a new pair with a lower rank, which needs a part that you have used up by then. Merge in
//! one place, the leftmost, and look anew.

pub fn merge_by_rank(piece: &[u8], ranks: &std::collections::HashMap<Vec<u8>, u32>) -> Vec<u32> {
    let mut parts: Vec<Vec<u8>> = piece.iter().map(|&byte| vec![byte]).collect();
    loop {
        let pairs =
            (1..parts.len()).filter_map(|i| Some((ranks.get(&parts[i - 1..=i].concat())?, i)));
        let Some((_, i)) = pairs.min() else { break };
        let token = parts[i - 1..=i].concat();
        let mut i = 1;
        while i < parts.len() {
            if parts[i - 1..=i].concat() == token {
                parts.splice(i - 1..=i, [token.clone()]);
            }
            i += 1;
        }
    }
    parts.iter().map(|part| ranks[part]).collect()
}
