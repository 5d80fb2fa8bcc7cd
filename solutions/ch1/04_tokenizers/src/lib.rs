//! 1.4 Tokenizers in practice
//!
//! The lesson is in README.md; `cargo xtask hint 1.4` helps.

use std::collections::HashMap;
use std::str::from_utf8;

use base64::prelude::{BASE64_STANDARD, Engine};

pub mod pattern;
pub use pattern::Pattern;

/// The tokens of a tokenizer, each as its bytes, with its rank. The rank is two things at once:
/// the token's id, and its place in the order of merging: lower ranks merge first.
pub type Ranks = HashMap<Vec<u8>, u32>;

/// Reads a vocabulary in the format of tiktoken's files: one token a line, its bytes in base64,
/// one space, its rank as a decimal number.
///
/// Empty lines are skipped. Any other line that is not of this form, or whose token stood on an
/// earlier line already, is an error: its number, where the first line is 1.
///
/// ```
/// # use tokenizer::load_ranks;
/// let ranks = load_ranks("aGk= 7\n\n/w== 300\n").unwrap();
/// assert_eq!(ranks[b"hi".as_slice()], 7);
/// assert_eq!(ranks[[0xFF].as_slice()], 300);
/// assert_eq!(load_ranks("aGk= 7\n!? 8"), Err(2));
/// ```
pub fn load_ranks(file: &str) -> Result<Ranks, usize> {
    let mut ranks = Ranks::new();
    for (number, line) in (1..).zip(file.lines()) {
        if line.is_empty() {
            continue;
        }
        let (token, rank) = line.split_once(' ').ok_or(number)?;
        let token = BASE64_STANDARD.decode(token).map_err(|_| number)?;
        let rank = rank.parse().map_err(|_| number)?;
        if ranks.insert(token, rank).is_some() {
            return Err(number);
        }
    }
    Ok(ranks)
}

/// Encodes one piece of text, given as bytes, by the ranks of its tokens: the token ids.
///
/// Starts from single bytes. Each step joins the two neighbours whose joined bytes have the
/// lowest rank of all neighbours; among equals the leftmost. It ends when no two neighbours
/// join into a token. The ids are the ranks of what is then left. An empty piece has no tokens.
///
/// `ranks` has every byte that occurs in `piece` as a token of its own, as published ones do.
///
/// ```
/// # use tokenizer::{Ranks, merge_by_rank};
/// let tokens = [b"a".as_slice(), b"b", b"c", b"bc", b"ab", b"abc"];
/// let ranks: Ranks = (0..).zip(tokens).map(|(rank, token)| (token.to_vec(), rank)).collect();
/// assert_eq!(merge_by_rank(b"abcab", &ranks), [5, 4]); // a bc a b, then a bc ab, then abc ab
/// assert_eq!(merge_by_rank(b"bcc", &ranks), [3, 2]);
/// ```
pub fn merge_by_rank(piece: &[u8], ranks: &Ranks) -> Vec<u32> {
    // Token i is piece[starts[i]..starts[i + 1]].
    let mut starts: Vec<usize> = (0..=piece.len()).collect();
    loop {
        let joined = |(i, s): (usize, &[usize])| Some((*ranks.get(&piece[s[0]..s[2]])?, i));
        let Some((_, i)) = starts.windows(3).enumerate().filter_map(joined).min() else { break };
        starts.remove(i + 1);
    }
    starts.windows(2).map(|s| ranks[&piece[s[0]..s[1]]]).collect()
}

/// Encodes text as the published tokenizer does: its token ids.
///
/// Splits the text with the tokenizer's `pattern`, then encodes each piece for itself by
/// [`merge_by_rank`]: no token crosses the border of two pieces. Special tokens are ordinary
/// text here. Empty text has no tokens.
///
/// ```
/// # use tokenizer::{Pattern, Ranks, encode};
/// let tokens = [b"a".as_slice(), b" ", b" a", b"a "];
/// let ranks: Ranks = (0..).zip(tokens).map(|(rank, token)| (token.to_vec(), rank)).collect();
/// // The pieces are "a", " a", " ", " a". Without them, "a " would be a token too.
/// assert_eq!(encode("a a  a", Pattern::Gpt2, &ranks), [0, 2, 1, 2]);
/// ```
pub fn encode(text: &str, pattern: Pattern, ranks: &Ranks) -> Vec<u32> {
    let pieces = pattern.pieces(text);
    pieces.iter().flat_map(|piece| merge_by_rank(piece.as_bytes(), ranks)).collect()
}

/// One step of decoding a stream: takes the bytes of the next token, gives the text that is
/// whole now.
///
/// A token may end in the middle of a character. Such an unfinished end stays in `waiting`, at
/// most 3 bytes, until the bytes that finish it come. Before the first step `waiting` is empty.
///
/// Bytes that cannot become text whatever follows turn into U+FFFD (�), as many as
/// [`String::from_utf8_lossy`] makes of them: all steps and then [`decode_end`], joined, are
/// what that function makes of all bytes at once.
///
/// ```
/// # use tokenizer::decode_next;
/// let mut waiting = Vec::new();
/// assert_eq!(decode_next(&mut waiting, b"caf\xC3"), "caf");
/// assert_eq!(decode_next(&mut waiting, b"\xA9!"), "é!");
/// assert_eq!(decode_next(&mut waiting, b"\xFF."), "\u{FFFD}.");
/// assert!(waiting.is_empty());
/// ```
pub fn decode_next(waiting: &mut Vec<u8>, bytes: &[u8]) -> String {
    waiting.extend_from_slice(bytes);
    let whole = waiting.len() - unfinished(waiting);
    let rest = waiting.split_off(whole);
    let text = String::from_utf8_lossy(waiting).into_owned();
    *waiting = rest;
    text
}

/// Ends a stream: gives what still waits, and leaves `waiting` empty.
///
/// An unfinished character becomes one U+FFFD (�); when nothing waits, the text is empty.
///
/// ```
/// # use tokenizer::{decode_end, decode_next};
/// let mut waiting = Vec::new();
/// assert_eq!(decode_next(&mut waiting, b"ok \xF0\x9F\x98"), "ok ");
/// assert_eq!(decode_end(&mut waiting), "\u{FFFD}");
/// assert_eq!(decode_end(&mut waiting), "");
/// ```
pub fn decode_end(waiting: &mut Vec<u8>) -> String {
    String::from_utf8_lossy(&std::mem::take(waiting)).into_owned()
}

/// How many bytes at the end begin a character and do not finish it: 0 to 3.
fn unfinished(bytes: &[u8]) -> usize {
    // `error_len` is None when more bytes could still make it a character.
    let begins = |tail: &[u8]| {
        from_utf8(tail).is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
    };
    let longest = bytes.len().min(3);
    (1..=longest).find(|&n| begins(&bytes[bytes.len() - n..])).unwrap_or(0)
}
