//! Trims each line before it reads it
//!
//! Spaces at the edges of a line are thrown away, so a line that was edited by accident still
//! loads, and one of spaces alone counts as empty. Whatever is not a token, one space and a rank
//! is a bad line.

pub fn load_ranks(file: &str) -> Result<std::collections::HashMap<Vec<u8>, u32>, usize> {
    let mut ranks = std::collections::HashMap::new();
    let lines = file.lines().map(str::trim).enumerate();
    for (number, line) in lines.filter(|(_, line)| !line.is_empty()) {
        let (token, rank) = line.split_once(' ').ok_or(number + 1)?;
        let token = crate::decode_base64(token).ok_or(number + 1)?;
        ranks.insert(token, rank.parse().map_err(|_| number + 1)?);
    }
    Ok(ranks)
}
