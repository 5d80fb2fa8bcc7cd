//! Merges the leftmost pair that has a merge
//!
//! This is what you get when the first pair from the left that any merge fits is merged, and so
//! on. Where two pairs compete for a byte, the merge that was learned first wins, not the place.

pub fn encode(bytes: &[u8], merges: &[(u32, u32)]) -> Vec<u32> {
    let mut ids: Vec<u32> = bytes.iter().map(|&byte| u32::from(byte)).collect();
    let known = |two: &[u32]| merges.iter().position(|&pair| pair == (two[0], two[1]));
    while let Some((at, i)) =
        ids.windows(2).enumerate().find_map(|(at, two)| known(two).map(|i| (at, i)))
    {
        ids.splice(at..at + 2, [256 + i as u32]);
    }
    ids
}
