//! Counts the digits that come before
//!
//! This is what you get when the place of a group is counted from the left. What a digit is worth
//! depends on how many come after it.

pub fn digit_groups(digits: &str, encoder: &encoder::Encoder) -> Vec<(String, usize)> {
    let mut before = 0;
    let mut groups = Vec::new();
    for id in encoder.encode(digits) {
        let group = String::from_utf8_lossy(encoder.token(id)).into_owned();
        let place = before;
        before += group.len();
        groups.push((group, place));
    }
    groups
}
