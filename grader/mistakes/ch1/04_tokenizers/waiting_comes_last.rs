//! Puts what waited behind the new bytes
//!
//! The bytes that wait came first. In the wrong order they are no character any more.

pub fn decode_next(waiting: &mut Vec<u8>, bytes: &[u8]) -> String {
    let joined = [bytes, waiting.as_slice()].concat();
    let last = joined.utf8_chunks().last().map_or(&[][..], |chunk| chunk.invalid());
    let begun = std::str::from_utf8(last).is_err_and(|e| e.error_len().is_none());
    let end = joined.len() - if begun { last.len() } else { 0 };
    *waiting = joined[end..].to_vec();
    String::from_utf8_lossy(&joined[..end]).into_owned()
}
