//! Merges the leftmost pair that makes a token
//!
//! This is what you get when the search stops at the first pair that is in the vocabulary. Look at
//! all pairs, and take the one with the lowest rank: it was learned first.

pub fn merge_by_rank(piece: &[u8], ranks: &std::collections::HashMap<Vec<u8>, u32>) -> Vec<u32> {
    let mut parts: Vec<Vec<u8>> = piece.iter().map(|&byte| vec![byte]).collect();
    loop {
        let token = (1..parts.len()).find(|&i| ranks.contains_key(&parts[i - 1..=i].concat()));
        let Some(i) = token else { break };
        let right = parts.remove(i);
        parts[i - 1].extend(right);
    }
    parts.iter().map(|part| ranks[part]).collect()
}
