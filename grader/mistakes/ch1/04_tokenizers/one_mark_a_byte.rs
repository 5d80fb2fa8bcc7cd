//! Writes U+FFFD once for each byte
//!
//! A character that is only begun is one thing that is missing, however many of its bytes have
//! arrived: `from_utf8_lossy` writes a single U+FFFD for it.

pub fn decode_end(waiting: &mut Vec<u8>) -> String {
    "\u{FFFD}".repeat(std::mem::take(waiting).len())
}
