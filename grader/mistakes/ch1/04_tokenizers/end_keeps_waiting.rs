//! Leaves the bytes waiting after the end
//!
//! The text is right, but the bytes still wait, and the next stream begins with them. Nothing waits
//! after the end.

pub fn decode_end(waiting: &mut Vec<u8>) -> String {
    String::from_utf8_lossy(waiting).into_owned()
}
