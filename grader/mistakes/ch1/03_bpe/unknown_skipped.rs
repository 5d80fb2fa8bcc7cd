//! Skips ids that it does not know
//!
//! This is what you get when an unknown id is silently left out. It is the mark of a tokenizer
//! that does not belong to the model, and text that is missing a piece hides it: say which id.

pub fn decode(ids: &[u32], merges: &[(u32, u32)]) -> Result<Vec<u8>, u32> {
    let mut tokens: Vec<Vec<u8>> = (0..=255).map(|byte| vec![byte]).collect();
    for &(left, right) in merges {
        tokens.push([tokens[left as usize].clone(), tokens[right as usize].clone()].concat());
    }
    Ok(ids.iter().filter_map(|&id| tokens.get(id as usize)).flatten().copied().collect())
}
