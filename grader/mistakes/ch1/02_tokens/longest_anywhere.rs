//! The longest entry anywhere in the piece
//!
//! You look for the longest entry anywhere in the piece and cut around it. Only the start of
//! the rest counts: what fits there now is taken, even if something longer begins one character
//! later.

pub fn subwords(piece: &str, vocab: &[&str]) -> Vec<String> {
    let inside = vocab.iter().filter(|e| !e.is_empty() && piece.contains(**e));
    // The longest, and the first of equally long ones.
    let Some(entry) = inside.max_by_key(|e| (e.len(), std::cmp::Reverse(piece.find(**e)))) else {
        return piece.chars().map(String::from).collect();
    };
    let (before, after) = piece.split_once(entry).unwrap_or((piece, ""));
    let mut tokens = subwords(before, vocab);
    tokens.push((*entry).to_owned());
    tokens.extend(subwords(after, vocab));
    tokens
}
