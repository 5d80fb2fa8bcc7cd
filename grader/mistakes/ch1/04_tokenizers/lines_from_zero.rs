//! Counts lines from 0
//!
//! `enumerate` counts from 0, an editor from 1. Whoever looks for the bad line looks one line too
//! high.

pub fn load_ranks(file: &str) -> Result<std::collections::HashMap<Vec<u8>, u32>, usize> {
    let mut ranks = std::collections::HashMap::new();
    for (number, line) in file.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
        let (token, rank) = line.split_once(' ').ok_or(number)?;
        let token = crate::decode_base64(token).ok_or(number)?;
        ranks.insert(token, rank.parse().map_err(|_| number)?);
    }
    Ok(ranks)
}
