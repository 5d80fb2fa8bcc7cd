//! 1.3 Byte pair encoding
//!
//! The lesson is in README.md; `cargo xtask hint 1.3` helps.

use std::collections::HashMap;

pub mod words;
pub use words::Words;

/// Two token ids that stand next to each other, in the order in which they stand.
pub type Pair = (u32, u32);

/// Counts how often each pair of neighbours occurs in `ids`.
///
/// Every position but the last starts one pair, so the counts of n ids add up to n − 1, and
/// `aaa` holds the pair (a, a) twice. A pair that does not occur has no entry. With fewer than
/// two ids there is no pair.
///
/// ```
/// # use bpe::count_pairs;
/// # use std::collections::HashMap;
/// let counts = count_pairs(&[1, 2, 1, 2, 3]);
/// assert_eq!(counts, HashMap::from([((1, 2), 2), ((2, 1), 1), ((2, 3), 1)]));
/// ```
pub fn count_pairs(ids: &[u32]) -> HashMap<Pair, usize> {
    todo!("count the pairs of neighbours in {ids:?}")
}

/// Replaces every occurrence of `pair` in `ids` by `new_id` and keeps all other ids as they are.
///
/// Goes from left to right, and occurrences do not overlap: an id that has become part of one
/// is not looked at again, so `aaa` with the pair (a, a) becomes the new id and one `a`. The
/// new id itself is never merged further here. No ids give no ids.
///
/// ```
/// # use bpe::merge;
/// assert_eq!(merge(&[1, 2, 1, 2, 3], (1, 2), 256), [256, 256, 3]);
/// assert_eq!(merge(&[7, 7, 7], (7, 7), 256), [256, 7]);
/// ```
pub fn merge(ids: &[u32], pair: Pair, new_id: u32) -> Vec<u32> {
    todo!("replace {pair:?} by {new_id} in {ids:?}")
}

/// Learns up to `merges` merges from a text, given as bytes: the pairs, in the order learned.
///
/// The ids start as the bytes themselves (0 to 255). Each step counts the pairs of the ids as
/// they are now, takes the pair with the highest count, and merges it; the i-th pair learned,
/// counted from 0, becomes the id 256 + i. Among pairs of equal count the smallest wins:
/// compare the left ids, then the right ones, as Rust compares tuples.
///
/// Goes on while there is a pair, even one that occurs only once. Stops early when none is left:
/// one id remains, or none. A text of fewer than two bytes teaches nothing.
///
/// ```
/// # use bpe::train;
/// // a b a b c: (a, b) twice. Then 256 256 c: two pairs, once each; (256, c) is the smaller.
/// assert_eq!(train(b"ababc", 2), [(97, 98), (256, 99)]);
/// assert_eq!(train(b"aa", 5), [(97, 97)]);
/// ```
pub fn train(bytes: &[u8], merges: usize) -> Vec<Pair> {
    todo!("learn {merges} merges from {bytes:?}")
}

/// Encodes a text, given as bytes, with the merges that [`train`] learned: its token ids.
///
/// Starts from the bytes and applies the merges in the order in which they were learned, each
/// one everywhere in the text before the next: `merges[0]` first, which makes the id 256.
/// Bytes that no merge fits stay as they are (0 to 255). An empty text has no tokens.
///
/// ```
/// # use bpe::encode;
/// // (b, c) was learned first, so it is applied first, though (a, b) stands further left.
/// assert_eq!(encode(b"abc", &[(98, 99), (97, 98)]), [97, 256]);
/// ```
pub fn encode(bytes: &[u8], merges: &[Pair]) -> Vec<u32> {
    todo!("apply {merges:?}, in that order, to {bytes:?}")
}

/// Decodes token ids with the merges that [`train`] learned: the bytes of all tokens, joined.
///
/// The ids 0 to 255 are single bytes; id 256 + i is what its two parts in `merges[i]` stand for,
/// the left one first. Parts are always earlier ids. Gives bytes and not text, because one token
/// may hold a piece of a character. An id of 256 + `merges.len()` or more is unknown: the
/// first of them is the error. No ids give no bytes.
///
/// ```
/// # use bpe::decode;
/// let merges = [(97, 98), (256, 99)];
/// assert_eq!(decode(&[257, 97], &merges), Ok(b"abca".to_vec()));
/// assert_eq!(decode(&[97, 258], &merges), Err(258));
/// ```
pub fn decode(ids: &[u32], merges: &[Pair]) -> Result<Vec<u8>, u32> {
    todo!("join the bytes of {ids:?}, with the merges {merges:?}")
}

/// Stretch: learns up to `merges` merges from words, without counting everything anew each time.
///
/// As [`train`], with the same ids, the same ties and the same early stop, but pairs are counted
/// within words only, and each occurrence counts as often as its word occurs in the text
/// ([`Words::count`], at least 1). Every merge is made in `words` too, by [`Words::merge`]: in
/// the end they hold the ids that the merges make of them.
///
/// The work is counted by [`Words::visits`], never timed. The check learns 100 merges from the
/// words that occur more than twice in 200 KB of text: 1,827 different ones with 14,322 symbols. It
/// allows 30 visits for each of these symbols. Counting everything anew for each merge takes 139.
/// Most merges change few words: keep the counts, keep which words hold which pair, and mend only
/// what a merge changes; that takes 11. Looking through all pairs for the best one is quick
/// enough, and costs no visits.
///
/// ```
/// # use bpe::{Words, train_words};
/// let mut words = Words::new(&[(b"hat", 2), (b"cat", 3)]);
/// // (a, t) occurs 5 times; then (c, at) 3 times; then (h, at) twice.
/// assert_eq!(train_words(&mut words, 9), [(97, 116), (99, 256), (104, 256)]);
/// assert_eq!(words.symbols(0), [258]);
/// ```
pub fn train_words(words: &mut Words, merges: usize) -> Vec<Pair> {
    todo!("learn {merges} merges from {} words", words.len())
}
