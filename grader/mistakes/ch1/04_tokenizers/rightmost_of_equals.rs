//! Among equal ranks, merges the rightmost
//!
//! The same token can be made in two places, and where they overlap, as in `aaa`, only one of them
//! stays. It is the leftmost. (`min_by_key` returns the first of equals, `max_by_key` the last.)

pub fn merge_by_rank(piece: &[u8], ranks: &std::collections::HashMap<Vec<u8>, u32>) -> Vec<u32> {
    let mut parts: Vec<Vec<u8>> = piece.iter().map(|&byte| vec![byte]).collect();
    loop {
        let pairs =
            (1..parts.len()).filter_map(|i| Some((ranks.get(&parts[i - 1..=i].concat())?, i)));
        let Some((_, i)) = pairs.min_by_key(|&(rank, i)| (rank, std::cmp::Reverse(i))) else {
            break;
        };
        let right = parts.remove(i);
        parts[i - 1].extend(right);
    }
    parts.iter().map(|part| ranks[part]).collect()
}
