//! Cuts behind the spaces, without the pattern
//!
//! This is what you get from `split_inclusive(' ')`, or from splitting at white space: the space
//! stays with the word before it, and punctuation sticks to words. Cut with `pattern.pieces(text)`.

pub fn encode(text: &str, pattern: crate::Pattern, ranks: &std::collections::HashMap<Vec<u8>, u32>) -> Vec<u32> {
    let _ = pattern;
    let pieces = text.split_inclusive(' ');
    pieces.flat_map(|piece| merged(piece.as_bytes(), ranks)).collect()
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
