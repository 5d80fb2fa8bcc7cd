//! Text that arrives in pieces, for the checks of 1.4: what a step must give and leave waiting.

/// The text that is whole, and the bytes at the end that are a character only begun.
pub fn whole(bytes: &[u8]) -> (String, Vec<u8>) {
    let begun = |n: &usize| {
        let tail = bytes.len().checked_sub(*n).map(|from| std::str::from_utf8(&bytes[from..]));
        matches!(tail, Some(Err(e)) if e.valid_up_to() == 0 && e.error_len().is_none())
    };
    // A character has four bytes at most, and only its first one can begin it.
    let (text, tail) = bytes.split_at(bytes.len() - (1..=3).find(begun).unwrap_or(0));
    (String::from_utf8_lossy(text).into_owned(), tail.to_vec())
}
