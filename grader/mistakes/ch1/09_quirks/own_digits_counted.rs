//! Counts the digits of the group itself
//!
//! This is what you get when the digits left are counted before the group is taken away. The last
//! group counts ones, so nothing comes after it: 0.

pub fn digit_groups(digits: &str, encoder: &encoder::Encoder) -> Vec<(String, usize)> {
    let mut before = 0;
    let mut groups = Vec::new();
    for id in encoder.encode(digits) {
        let group = String::from_utf8_lossy(encoder.token(id)).into_owned();
        let place = digits.len() - before;
        before += group.len();
        groups.push((group, place));
    }
    groups
}
