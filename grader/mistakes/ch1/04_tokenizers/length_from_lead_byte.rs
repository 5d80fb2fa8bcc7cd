//! Trusts the first byte of a character
//!
//! The first byte says how many should follow, and you wait for them. The second can already rule
//! a character out: none begins with 224 128 or 237 160, so more bytes cannot help. Ask
//! `str::from_utf8` instead, whose `error_len()` knows all of these.

pub fn decode_next(waiting: &mut Vec<u8>, bytes: &[u8]) -> String {
    waiting.extend(bytes);
    let back = |n: usize| waiting[waiting.len() - n];
    let lead = (1..=waiting.len().min(3)).find(|&n| !(0x80..0xC0).contains(&back(n)));
    let begun = lead.filter(|&n| {
        let length = match back(n) {
            0xC0..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0.. => 4,
            _ => 1,
        };
        length > n
    });
    let rest = waiting.split_off(waiting.len() - begun.unwrap_or(0));
    let text = String::from_utf8_lossy(waiting).into_owned();
    *waiting = rest;
    text
}
