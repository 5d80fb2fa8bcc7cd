//! Keeps the base64 as it stands
//!
//! These are the characters of the file, not the bytes of the token: `aGVsbG8=` is how base64
//! writes `hello`. `decode_base64` turns it back.

pub fn load_ranks(file: &str) -> Result<std::collections::HashMap<Vec<u8>, u32>, usize> {
    let mut ranks = std::collections::HashMap::new();
    for (number, line) in file.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
        let (token, rank) = line.split_once(' ').ok_or(number + 1)?;
        crate::decode_base64(token).ok_or(number + 1)?;
        let rank = rank.parse().map_err(|_| number + 1)?;
        ranks.insert(token.as_bytes().to_vec(), rank);
    }
    Ok(ranks)
}
