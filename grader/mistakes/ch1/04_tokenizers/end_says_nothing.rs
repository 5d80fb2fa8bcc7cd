//! Throws away what still waits at the end
//!
//! The stream ended within a character, and the reader is not told. U+FFFD says that something is
//! missing.

pub fn decode_end(waiting: &mut Vec<u8>) -> String {
    waiting.clear();
    String::new()
}
