//! Goes through the ranks once, from the lowest up
//!
//! You take one token after another in the order of the ranks and never go back. But a merge makes
//! new pairs, and one of them can have a lower rank than the merge that made it. Look at all pairs
//! anew after each merge.

pub fn merge_by_rank(piece: &[u8], ranks: &std::collections::HashMap<Vec<u8>, u32>) -> Vec<u32> {
    let mut order: Vec<(&Vec<u8>, &u32)> = ranks.iter().collect();
    order.sort_by_key(|&(_, rank)| rank);
    let mut parts: Vec<Vec<u8>> = piece.iter().map(|&byte| vec![byte]).collect();
    for (token, _) in order {
        let mut i = 1;
        while i < parts.len() {
            if parts[i - 1..=i].concat() == *token {
                parts.splice(i - 1..=i, [token.clone()]);
            } else {
                i += 1;
            }
        }
    }
    parts.iter().map(|part| ranks[part]).collect()
}
