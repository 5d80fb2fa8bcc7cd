//! Looks the whole piece up before it merges
//!
//! tiktoken does that too, to be fast. In GPT-2's and GPT-4's vocabularies merges lead to every
//! token, so there it changes nothing. The rule is the merges, though: a token that they do not
//! lead to never comes out, and in a vocabulary that has one the shortcut gives other ids.

pub fn merge_by_rank(piece: &[u8], ranks: &std::collections::HashMap<Vec<u8>, u32>) -> Vec<u32> {
    if let Some(&rank) = ranks.get(piece) {
        return vec![rank];
    }
    let mut parts: Vec<Vec<u8>> = piece.iter().map(|&byte| vec![byte]).collect();
    loop {
        let pairs =
            (1..parts.len()).filter_map(|i| Some((ranks.get(&parts[i - 1..=i].concat())?, i)));
        let Some((_, i)) = pairs.min() else { break };
        let right = parts.remove(i);
        parts[i - 1].extend(right);
    }
    parts.iter().map(|part| ranks[part]).collect()
}
