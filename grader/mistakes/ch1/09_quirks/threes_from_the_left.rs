//! Always threes, from the left
//!
//! This is what you get when the digits are cut into threes from the left whatever the encoder says.
//! GPT-4 happens to do that; GPT-2 does not. Ask the encoder that you were given.

pub fn digit_groups(digits: &str, encoder: &encoder::Encoder) -> Vec<(String, usize)> {
    let _ = encoder;
    let groups = digits.as_bytes().chunks(3).enumerate();
    let text = |group: &[u8]| String::from_utf8_lossy(group).into_owned();
    groups.map(|(i, group)| (text(group), digits.len() - 3 * i - group.len())).collect()
}
