//! 1.1 Why models need numbers
//!
//! Text into numbers and back: bytes, then ids from a vocabulary of characters, then one-hot
//! vectors. The lesson is in README.md; `cargo xtask hint 1.1` helps.

/// The bytes of `text` in UTF-8, the encoding in which Rust keeps every string.
///
/// A character takes one to four bytes: one if it is ASCII (codes 0 to 127), more otherwise.
/// The bytes come in the order of the text. Empty text gives an empty vector.
///
/// ```
/// use why_numbers::utf8_bytes;
/// assert_eq!(utf8_bytes("Hi"), [72, 105]);
/// assert_eq!(utf8_bytes("é"), [0xC3, 0xA9]); // one character, two bytes
/// assert!(utf8_bytes("").is_empty());
/// ```
pub fn utf8_bytes(text: &str) -> Vec<u8> {
    todo!("give the UTF-8 bytes of {text:?}")
}

/// The vocabulary of `text`: every character that occurs in it, once, in ascending order.
///
/// A character is a `char`, and the order is the order of `char`, which is by code point:
/// space before capitals, capitals before small letters, `z` before `é`. Nothing is left
/// out, white space and punctuation included, and nothing is changed: `A` and `a` are two
/// characters. A character's id is its index here, so the ids run from 0 without a gap, and
/// texts with the same characters have the same vocabulary, in whatever order they come.
/// Empty text gives an empty vocabulary.
///
/// ```
/// use why_numbers::build_vocab;
/// assert_eq!(build_vocab("hello"), ['e', 'h', 'l', 'o']);
/// assert_eq!(build_vocab("Aé a!"), [' ', '!', 'A', 'a', 'é']);
/// assert!(build_vocab("").is_empty());
/// ```
pub fn build_vocab(text: &str) -> Vec<char> {
    todo!("collect the distinct characters of {text:?}, sorted")
}

/// The ids of `text`, one for each character: its index in `vocab`.
///
/// `vocab` is as [`build_vocab`] makes it: each character once, in ascending order. Empty
/// text gives no ids, whatever the vocabulary.
///
/// # Errors
///
/// The first character of `text` that is not in `vocab`. Then there are no ids at all.
///
/// ```
/// use why_numbers::encode;
/// let vocab = ['e', 'h', 'l', 'o'];
/// assert_eq!(encode("hello", &vocab), Ok(vec![1, 0, 2, 2, 3]));
/// assert_eq!(encode("help me", &vocab), Err('p'));
/// assert_eq!(encode("", &vocab), Ok(vec![]));
/// ```
pub fn encode(text: &str, vocab: &[char]) -> Result<Vec<u32>, char> {
    todo!("find the index in {vocab:?} of each character of {text:?}")
}

/// The text of `ids`: the way back from [`encode`]. Id 0 is the first character of `vocab`.
///
/// No ids give empty text, whatever the vocabulary.
///
/// # Errors
///
/// The first of `ids` that is not in `vocab`, which is one at or above its length. Then there
/// is no text at all.
///
/// ```
/// use why_numbers::decode;
/// let vocab = ['e', 'h', 'l', 'o'];
/// assert_eq!(decode(&[1, 0, 2, 2, 3], &vocab), Ok("hello".to_string()));
/// assert_eq!(decode(&[1, 4, 9], &vocab), Err(4));
/// assert_eq!(decode(&[], &vocab), Ok(String::new()));
/// ```
pub fn decode(ids: &[u32], vocab: &[char]) -> Result<String, u32> {
    todo!("look up each of {ids:?} in {vocab:?}")
}

/// The one-hot vector of `id`: `vocab_size` numbers, all 0.0 but a 1.0 at index `id`.
///
/// # Errors
///
/// `id` itself, when there is no such index: when it is `vocab_size` or more. With a
/// `vocab_size` of 0 that is every id.
///
/// ```
/// use why_numbers::one_hot;
/// assert_eq!(one_hot(2, 4), Ok(vec![0.0, 0.0, 1.0, 0.0]));
/// assert_eq!(one_hot(4, 4), Err(4));
/// ```
pub fn one_hot(id: u32, vocab_size: usize) -> Result<Vec<f32>, u32> {
    todo!("make {vocab_size} zeros with a one at index {id}")
}
