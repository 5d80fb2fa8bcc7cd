//! Turns each token into text by itself
//!
//! This is what you get from `String::from_utf8_lossy` a token at a time: a token that holds a
//! piece of a character becomes the replacement character, 239 191 189 in bytes. Join the bytes
//! of all tokens first; whoever wants text converts the whole.

pub fn decode(ids: &[u32], merges: &[(u32, u32)]) -> Result<Vec<u8>, u32> {
    let mut tokens: Vec<Vec<u8>> = (0..=255).map(|byte| vec![byte]).collect();
    for &(left, right) in merges {
        tokens.push([tokens[left as usize].clone(), tokens[right as usize].clone()].concat());
    }
    let mut text = String::new();
    for &id in ids {
        text.push_str(&String::from_utf8_lossy(tokens.get(id as usize).ok_or(id)?));
    }
    Ok(text.into_bytes())
}
