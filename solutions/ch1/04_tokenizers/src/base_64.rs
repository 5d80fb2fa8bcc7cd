//! Base64, in which a file of ranks writes its tokens. Not yours to edit.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The bytes that `text` stands for in base64, where four characters spell three bytes. `None` if
/// it is not valid base64.
///
/// ```
/// use tokenizer::decode_base64;
///
/// assert_eq!(decode_base64("aGVsbG8="), Some(b"hello".to_vec()));
/// assert_eq!(decode_base64("8J8="), Some(vec![240, 159])); // half of an emoji
/// assert_eq!(decode_base64("hello"), None);
/// ```
pub fn decode_base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}
