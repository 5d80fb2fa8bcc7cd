//! One byte for each character
//!
//! This is what you get from `c as u8`: one byte for each character, the code cut down to its
//! lowest eight bits. UTF-8 spends two to four bytes on every character beyond ASCII: é is
//! C3 A9, not E9.

pub fn utf8_bytes(text: &str) -> Vec<u8> {
    text.chars().map(|c| c as u8).collect()
}
