//! Holds everything back until all of it is whole
//!
//! This is what you get when `from_utf8` decides for all bytes at once. One character that is only
//! begun keeps the finished text before it from the reader, and one bad byte keeps back all the rest.

pub fn decode_next(waiting: &mut Vec<u8>, bytes: &[u8]) -> String {
    waiting.extend(bytes);
    match String::from_utf8(waiting.clone()) {
        Ok(text) => {
            waiting.clear();
            text
        }
        Err(_) => String::new(),
    }
}
