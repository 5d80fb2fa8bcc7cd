//! Drops the character that is only begun
//!
//! The whole characters come out, and the bytes behind them are gone. They are the first half of
//! the next character: leave them in `waiting` for the step that brings the rest.

pub fn decode_next(waiting: &mut Vec<u8>, bytes: &[u8]) -> String {
    waiting.extend(bytes);
    let mut text = String::new();
    for chunk in waiting.utf8_chunks() {
        text.push_str(chunk.valid());
        let begun = std::str::from_utf8(chunk.invalid()).is_err_and(|e| e.error_len().is_none());
        text.push_str(if chunk.invalid().is_empty() || begun { "" } else { "\u{FFFD}" });
    }
    waiting.clear();
    text
}
