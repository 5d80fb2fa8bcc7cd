//! Does not cut the text into pieces first
//!
//! The text went through the merges as a whole, so a token reached across the border of two
//! pieces. Cut it with the pattern first, and merge within each piece only.

pub fn encode(text: &str, pattern: crate::Pattern, ranks: &std::collections::HashMap<Vec<u8>, u32>) -> Vec<u32> {
    let _ = pattern;
    merged(text.as_bytes(), ranks)
}

fn merged(piece: &[u8], ranks: &std::collections::HashMap<Vec<u8>, u32>) -> Vec<u32> {
    let mut parts: Vec<Vec<u8>> = piece.iter().map(|&byte| vec![byte]).collect();
    loop {
        let pairs = (1..parts.len()).filter_map(|i| Some((ranks.get(&parts[i - 1..=i].concat())?, i)));
        let Some((_, i)) = pairs.min() else { break };
        let right = parts.remove(i);
        parts[i - 1].extend(right);
    }
    parts.iter().map(|part| ranks[part]).collect()
}
