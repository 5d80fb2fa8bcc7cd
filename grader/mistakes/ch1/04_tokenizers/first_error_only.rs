//! Asks about the first error only
//!
//! `str::from_utf8` reports the first error and looks no further. Behind a byte that can never be
//! text, a character can be begun at the end, and it has to wait. Go on behind the first error, or
//! look at the last chunk of `utf8_chunks()`.

pub fn decode_next(waiting: &mut Vec<u8>, bytes: &[u8]) -> String {
    waiting.extend(bytes);
    let end = match std::str::from_utf8(waiting) {
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        _ => waiting.len(),
    };
    let rest = waiting.split_off(end);
    let text = String::from_utf8_lossy(waiting).into_owned();
    *waiting = rest;
    text
}
