//! Undoes only the last merge of a token
//!
//! This is what you get when a token is split into its two parts and these are taken for bytes.
//! The parts may be merged tokens themselves: go on splitting until only bytes are left.

pub fn decode(ids: &[u32], merges: &[(u32, u32)]) -> Result<Vec<u8>, u32> {
    let mut bytes = Vec::new();
    for &id in ids {
        match id.checked_sub(256) {
            None => bytes.push(id as u8),
            Some(i) => {
                let &(left, right) = merges.get(i as usize).ok_or(id)?;
                bytes.extend([left as u8, right as u8]);
            }
        }
    }
    Ok(bytes)
}
