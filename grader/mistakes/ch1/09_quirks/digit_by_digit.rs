//! Each digit is a group
//!
//! This is what you get when the digits are encoded one by one. The model is given what the encoder
//! makes of the whole number, and that joins digits.

pub fn digit_groups(digits: &str, encoder: &encoder::Encoder) -> Vec<(String, usize)> {
    let _ = encoder;
    let after = |i: usize| digits.len() - 1 - i;
    digits.chars().enumerate().map(|(i, c)| (c.to_string(), after(i))).collect()
}
