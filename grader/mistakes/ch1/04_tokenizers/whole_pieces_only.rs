//! Looks each piece up as a whole
//!
//! A piece that is no token itself vanished. The vocabulary holds frequent words only; all others
//! are put together from several tokens, by `merge_by_rank`.

pub fn encode(
    text: &str,
    pattern: crate::Pattern,
    ranks: &std::collections::HashMap<Vec<u8>, u32>,
) -> Vec<u32> {
    let pieces = pattern.pieces(text).into_iter();
    pieces.filter_map(|piece| ranks.get(piece.as_bytes()).copied()).collect()
}
