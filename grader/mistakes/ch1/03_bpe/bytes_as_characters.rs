//! Takes a byte for a character
//!
//! This is what you get from `byte as char`, or from `char::from_u32`: every byte from 128 up
//! becomes a character of its own, two bytes long in UTF-8. Ids below 256 are bytes: keep them so.

pub fn decode(ids: &[u32], merges: &[(u32, u32)]) -> Result<Vec<u8>, u32> {
    let mut tokens: Vec<String> = (0..=255u8).map(|byte| char::from(byte).to_string()).collect();
    for &(left, right) in merges {
        tokens.push(format!("{}{}", tokens[left as usize], tokens[right as usize]));
    }
    let mut text = String::new();
    for &id in ids {
        text.push_str(tokens.get(id as usize).ok_or(id)?);
    }
    Ok(text.into_bytes())
}
