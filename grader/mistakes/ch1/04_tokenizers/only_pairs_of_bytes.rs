//! Merges only single bytes
//!
//! A part that was merged once is not looked at again, so no token ever grows beyond two bytes.
//! After each merge, what came out of it is a part like any other.

pub fn merge_by_rank(piece: &[u8], ranks: &std::collections::HashMap<Vec<u8>, u32>) -> Vec<u32> {
    let mut parts: Vec<Vec<u8>> = piece.iter().map(|&byte| vec![byte]).collect();
    loop {
        let pairs = (1..parts.len()).filter(|&i| parts[i - 1].len() == 1 && parts[i].len() == 1);
        let ranked = pairs.filter_map(|i| Some((ranks.get(&parts[i - 1..=i].concat())?, i)));
        let Some((_, i)) = ranked.min() else { break };
        let right = parts.remove(i);
        parts[i - 1].extend(right);
    }
    parts.iter().map(|part| ranks[part]).collect()
}
