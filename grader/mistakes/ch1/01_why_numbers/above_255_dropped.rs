//! Only the characters that fit in a byte
//!
//! This is what you get when each character must fit into one byte (`u8::try_from(c)`) and is
//! left out when it does not. UTF-8 leaves nothing out: it spends two to four bytes on every
//! character beyond ASCII, é included.

pub fn utf8_bytes(text: &str) -> Vec<u8> {
    text.chars().filter_map(|c| u8::try_from(c).ok()).collect()
}
