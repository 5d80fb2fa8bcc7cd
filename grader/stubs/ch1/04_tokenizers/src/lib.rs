//! 1.4 Tokenizers in practice
//!
//! The lesson is in README.md; `cargo xtask hint 1.4` helps.

use std::collections::HashMap;

mod base_64;
mod pattern;
pub use base_64::decode_base64;
pub use pattern::Pattern;

/// A vocabulary: the bytes of each token, and its rank. The rank is the token's id, and at the same
/// time its place in line: the lower, the earlier it is merged.
pub type Ranks = HashMap<Vec<u8>, u32>;

/// Reads a vocabulary from the text of a file in tiktoken's format.
///
/// Each line is one token: its bytes in base64, one space, its rank as a decimal number.
/// [`decode_base64`] gives the bytes. Lines end in `\n` or `\r\n`, as [`str::lines`] has it. Empty
/// lines are skipped. Ranks may begin anywhere and stand in any order; no token comes twice, none
/// is empty, and no rank has a `+`. An empty file is an empty vocabulary.
///
/// The error is the number of the first line that is anything else: without a space, with
/// base64 that is not valid, or with a rank that is not a `u32`. So a second space, one at either
/// edge, or a line of nothing but spaces is an error too. Lines are counted from 1, as an editor
/// counts them, the empty ones included.
///
/// ```
/// # use tokenizer::load_ranks;
/// let ranks = load_ranks("IQ== 0\naGVsbG8= 31373\n").unwrap();
/// assert_eq!(ranks.len(), 2);
/// assert_eq!(ranks[b"!".as_slice()], 0);
/// assert_eq!(ranks[b"hello".as_slice()], 31373);
/// assert_eq!(load_ranks("IQ== 0\n\naGVsbG8=\n"), Err(3));
/// ```
pub fn load_ranks(file: &str) -> Result<Ranks, usize> {
    todo!("read the ranks in {file:?}")
}

/// Encodes one piece of a text, given as bytes: the ranks of its tokens, from left to right.
///
/// At first every byte is a part of its own. Then, again and again: of all pairs of
/// neighbouring parts whose bytes, joined, are a token of `ranks`, the one with the lowest rank is
/// merged into one part; among equal ranks, the leftmost. One merge at a time, and every choice is
/// made among the parts as they are then. When no pair makes a token, the ranks of the parts are the
/// result. Nothing else makes a token: if the whole piece is one but no merges lead to it, it does
/// not come out.
///
/// Every single byte of `piece` has a rank, as it does in every published vocabulary. An empty
/// piece has no tokens.
///
/// ```
/// # use tokenizer::{Ranks, merge_by_rank};
/// let tokens: [&[u8]; 6] = [b"a", b"b", b"c", b"bc", b"ab", b"abc"];
/// let ranks: Ranks = tokens.iter().zip(0..).map(|(token, rank)| (token.to_vec(), rank)).collect();
/// // bc (rank 3) comes before ab (rank 4), and then a and bc make abc.
/// assert_eq!(merge_by_rank(b"abc", &ranks), [5]);
/// assert_eq!(merge_by_rank(b"abab", &ranks), [4, 4]);
/// ```
pub fn merge_by_rank(piece: &[u8], ranks: &Ranks) -> Vec<u32> {
    todo!("merge the parts of {piece:?} by the {} ranks", ranks.len())
}

/// Encodes a text as its tokenizer does: cuts it with [`Pattern::pieces`], encodes the bytes of each
/// piece with [`merge_by_rank`], and joins the ids in order.
///
/// No token reaches across the border of two pieces, even where `ranks` has one that would. Every
/// byte of the text has a rank. An empty text has no ids.
///
/// ```
/// # use tokenizer::{Pattern, Ranks, encode};
/// let tokens: [&[u8]; 5] = [b"1", b"2", b"12", b"112", b"1121"];
/// let ranks: Ranks = tokens.iter().zip(0..).map(|(token, rank)| (token.to_vec(), rank)).collect();
/// assert_eq!(encode("1121", Pattern::Gpt2, &ranks), [4]);
/// // Here the pieces are 112 and 1.
/// assert_eq!(encode("1121", Pattern::Cl100k, &ranks), [3, 0]);
/// ```
pub fn encode(text: &str, pattern: Pattern, ranks: &Ranks) -> Vec<u32> {
    todo!("encode {text:?} with {pattern:?} and {} ranks", ranks.len())
}

/// One step of decoding a stream: takes the bytes of the next token, and gives the text that is
/// whole by now.
///
/// `waiting` holds the bytes that came earlier and are not text yet; the new `bytes` belong behind
/// them. Comes out: all text up to the end, except for a last character that is only begun and
/// could still be completed. Its bytes, three at most, are what waits afterwards. Bytes that no
/// later byte can make valid do not wait: they become U+FFFD, exactly as
/// [`String::from_utf8_lossy`] writes them, also when a character is begun behind them. No bytes may
/// come, and then nothing changes.
///
/// ```
/// # use tokenizer::decode_next;
/// let mut waiting = Vec::new();
/// assert_eq!(decode_next(&mut waiting, &[104, 105, 240, 159]), "hi"); // the crab has begun
/// assert_eq!(waiting, [240, 159]);
/// assert_eq!(decode_next(&mut waiting, &[166, 128, 33]), "🦀!");
/// assert_eq!(waiting, []);
/// assert_eq!(decode_next(&mut waiting, &[65, 255, 66]), "A\u{FFFD}B"); // 255 is never valid
/// ```
pub fn decode_next(waiting: &mut Vec<u8>, bytes: &[u8]) -> String {
    todo!("give the text that {bytes:?} make whole behind {waiting:?}")
}

/// The end of a stream: gives the text of what still waits, and leaves nothing waiting.
///
/// No more bytes will come, so a character that is only begun becomes U+FFFD, exactly as
/// [`String::from_utf8_lossy`] writes it. When nothing waits, the text is empty.
///
/// ```
/// # use tokenizer::decode_end;
/// let mut waiting = vec![240, 159];
/// assert_eq!(decode_end(&mut waiting), "\u{FFFD}");
/// assert_eq!(waiting, []);
/// assert_eq!(decode_end(&mut waiting), "");
/// ```
pub fn decode_end(waiting: &mut Vec<u8>) -> String {
    todo!("give the text of {waiting:?}, and leave nothing waiting")
}

/// What ids say in a vocabulary that did not make them: the text that it reads there, and the ids
/// that it does not have.
///
/// The text: the bytes of all the ids that `ranks` has, joined, and only then read, as
/// [`String::from_utf8_lossy`] reads them. An id that no token of `ranks` has as its rank adds
/// nothing to the text. All such ids are listed, in their order, one that comes twice twice. No two
/// tokens share a rank. No ids: empty text, empty list.
///
/// ```
/// # use tokenizer::{Ranks, misread};
/// let ranks: Ranks = [(b"uda".to_vec(), 15339), (b" problem".to_vec(), 1917)].into();
/// // GPT-4's "hello world" and a word that GPT-2 has no id for.
/// assert_eq!(misread(&[15339, 1917, 75265], &ranks), ("uda problem".to_owned(), vec![75265]));
/// ```
pub fn misread(ids: &[u32], ranks: &Ranks) -> (String, Vec<u32>) {
    todo!("read {ids:?} with {} ranks", ranks.len())
}
