//! Threes from the right, as people write them
//!
//! This is what you get when the digits are grouped as in 1,234,567. That is how a person reads a
//! number. A tokenizer knows nothing of it: ask the encoder where it cuts.

pub fn digit_groups(digits: &str, encoder: &encoder::Encoder) -> Vec<(String, usize)> {
    let _ = encoder;
    let groups = digits.as_bytes().rchunks(3).enumerate();
    let text = |group: &[u8]| String::from_utf8_lossy(group).into_owned();
    let mut groups: Vec<_> = groups.map(|(i, group)| (text(group), 3 * i)).collect();
    groups.reverse();
    groups
}
