//! Loses the spaces of the pieces
//!
//! A space at the front of a piece is a part of it: ` cat` and `cat` are different tokens with
//! different ids. Trimmed, the text can never be decoded as it was.

pub fn encode(text: &str, pattern: crate::Pattern, ranks: &std::collections::HashMap<Vec<u8>, u32>) -> Vec<u32> {
    let pieces = pattern.pieces(text).into_iter();
    pieces.flat_map(|piece| merged(piece.trim().as_bytes(), ranks)).collect()
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
