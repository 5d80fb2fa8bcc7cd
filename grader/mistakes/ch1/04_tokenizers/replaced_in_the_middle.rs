//! Makes text of each token by itself
//!
//! An emoji that lies across two tokens becomes U+FFFD in both, though every byte of it arrives.
//! Put the new bytes behind those that wait, and keep back a character that is only begun.

pub fn decode_next(waiting: &mut Vec<u8>, bytes: &[u8]) -> String {
    let _ = &waiting;
    String::from_utf8_lossy(bytes).into_owned()
}
