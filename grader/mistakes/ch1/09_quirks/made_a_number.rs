//! The digits are made a number
//!
//! This is what you get when the digits are parsed and written out again: 0019 becomes 19, and no
//! digits at all are no number. The tokenizer is given text, and zeros in front are characters like
//! all others.

pub fn digit_groups(digits: &str, encoder: &encoder::Encoder) -> Vec<(String, usize)> {
    let number = digits.parse::<u64>().unwrap().to_string();
    let mut after = number.len();
    let mut groups = Vec::new();
    for id in encoder.encode(&number) {
        let group = String::from_utf8_lossy(encoder.token(id)).into_owned();
        after -= group.len();
        groups.push((group, after));
    }
    groups
}
