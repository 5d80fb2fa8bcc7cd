//! 1.9 Why LLMs act the way they do
//!
//! One small measurement for each quirk. Each is told which [`Encoder`] to measure: the same text
//! is other tokens to another one. The lesson is in README.md; `cargo xtask hint 1.9` helps.
//!
//! What an encoder can do:
//!
//! * `encoder.encode(text: &str) -> Vec<u32>`: the ids of a text.
//! * `encoder.token(id: u32) -> &[u8]`: the bytes of one token, which need not be whole characters.
//! * `encoder.ids() -> Vec<u32>`: all ids of its vocabulary, in ascending order.
//! * `Encoder::toy(&["ca", "cat"])` makes one: the bytes are 0 to 255, `ca` is 256, `cat` is 257.

use std::collections::HashSet;

pub use encoder::Encoder;

/// What a million requests like this one cost, in dollars; `None` if a single one does not fit.
///
/// A request is a prompt and the answer to it, each encoded by itself. `dollars` are the prices
/// of a million tokens, first of the prompt, then of the answer. Prompt and answer share the
/// context window: together they may have `window` tokens, and not one more. The window counts
/// both; the price counts each token once, the prompt's at the first price, the answer's at the
/// second. An empty text has no tokens and costs nothing.
///
/// ```
/// use quirks::{Encoder, price};
/// let toy = Encoder::toy(&[" cat"]);
/// // a| cat and a| cat| cat: 2 tokens at 2 dollars and 3 at 8.
/// assert_eq!(price("a cat", "a cat cat", 5, (2.0, 8.0), &toy), Some(28.0));
/// assert_eq!(price("a cat", "a cat cat", 4, (2.0, 8.0), &toy), None);
/// ```
pub fn price(
    prompt: &str,
    answer: &str,
    window: usize,
    dollars: (f64, f64),
    encoder: &Encoder,
) -> Option<f64> {
    let (read, written) = (encoder.encode(prompt).len(), encoder.encode(answer).len());
    if read + written > window {
        return None;
    }
    Some(read as f64 * dollars.0 + written as f64 * dollars.1)
}

/// How many tokens a text has for each token of its English translation: 2.0 when it costs
/// twice as much.
///
/// A fraction, not rounded. `None` when the English text has no tokens. An empty text beside
/// an English one that is not gives 0.0.
///
/// ```
/// use quirks::{Encoder, premium};
/// let toy = Encoder::toy(&["ca", "cat", "Ka"]);
/// // Ka|t|z|e beside cat|s
/// assert_eq!(premium("Katze", "cats", &toy), Some(2.0));
/// assert_eq!(premium("Katze", "", &toy), None);
/// ```
pub fn premium(text: &str, english: &str, encoder: &Encoder) -> Option<f64> {
    let (tokens, english) = (encoder.encode(text).len(), encoder.encode(english).len());
    if english == 0 {
        return None;
    }
    Some(tokens as f64 / english as f64)
}

/// For each token of a text, in order: its id, which is all that a model is given, and how often
/// `letter` is among its bytes, which the model is not told.
///
/// `letter` is always ASCII, so that it is one byte and no token can hold a part of it. It is
/// counted as it is written: `R` is not `r`. Tokens without it are listed with 0. A token need not
/// be whole characters: count in the bytes, `encoder.token(id)`.
///
/// ```
/// use quirks::{Encoder, hidden_letters};
/// // tr|ee|s, and tree|s to an encoder that has one token more
/// let toy = Encoder::toy(&["ee", "tr"]);
/// assert_eq!(hidden_letters("trees", 'e', &toy), [(257, 0), (256, 2), (115, 0)]);
/// let other = Encoder::toy(&["ee", "tr", "tree"]);
/// assert_eq!(hidden_letters("trees", 'e', &other), [(258, 2), (115, 0)]);
/// ```
pub fn hidden_letters(text: &str, letter: char, encoder: &Encoder) -> Vec<(u32, usize)> {
    let count = |id| encoder.token(id).iter().filter(|&&byte| char::from(byte) == letter).count();
    encoder.encode(text).into_iter().map(|id| (id, count(id))).collect()
}

/// How a number is cut: for each token, in order, its digits, and how many digits of the number
/// come after it.
///
/// `digits` is a run of the digits 0 to 9 of any length, zeros in front included. A token with n
/// digits after it counts in units of ten to the n-th. No digits give an empty list.
///
/// ```
/// use quirks::{Encoder, digit_groups};
/// let toy = Encoder::toy(&["20"]);
/// // 20|2|6: 20 hundreds, 2 tens, 6 ones
/// let groups = [("20".to_string(), 2), ("2".to_string(), 1), ("6".to_string(), 0)];
/// assert_eq!(digit_groups("2026", &toy), groups);
/// ```
pub fn digit_groups(digits: &str, encoder: &Encoder) -> Vec<(String, usize)> {
    let mut after = digits.len();
    let mut groups = Vec::new();
    for id in encoder.encode(digits) {
        let group = String::from_utf8_lossy(encoder.token(id)).into_owned();
        after -= group.len();
        groups.push((group, after));
    }
    groups
}

/// The ids of a word in four spellings, in this order: as it is, with a space before it, with a
/// capital first character, all in capitals.
///
/// A capital is what Rust's `to_uppercase` makes of a character, which may be several: `ß`
/// becomes `SS`. With a capital first character, the rest stays as it is. Each spelling is
/// encoded by itself, and nothing is trimmed from the word. The spellings of an empty word are
/// an empty text, a space, and two more empty texts.
///
/// ```
/// use quirks::{Encoder, spellings};
/// let toy = Encoder::toy(&["at", " at"]);
/// assert_eq!(spellings("at", &toy), [vec![256], vec![257], vec![65, 116], vec![65, 84]]);
/// ```
pub fn spellings(word: &str, encoder: &Encoder) -> Vec<Vec<u32>> {
    let mut rest = word.chars();
    let first: String = rest.next().into_iter().flat_map(char::to_uppercase).collect();
    let capital = first + rest.as_str();
    [word.to_string(), format!(" {word}"), capital, word.to_uppercase()]
        .iter()
        .map(|spelling| encoder.encode(spelling))
        .collect()
}

/// The first place where two texts differ for the model: the index, from 0, of the first token
/// whose ids are not the same. `None` if the model is given the very same ids.
///
/// When one text runs out of tokens and all so far are the same, they differ there: at the
/// length of the shorter list. The texts are compared as they are: what looks alike is not made
/// alike first.
///
/// ```
/// use quirks::{Encoder, parts_at};
/// let toy = Encoder::toy(&["ca", "\u{e9}", "f\u{e9}"]);
/// // ca|fé with é as one character, ca|f|e and two bytes more with an accent of its own
/// assert_eq!(parts_at("caf\u{e9}", "cafe\u{301}", &toy), Some(1));
/// assert_eq!(parts_at("cat", "cats", &toy), Some(2)); // ca|t and ca|t|s
/// assert_eq!(parts_at("cat", "cat", &toy), None);
/// ```
pub fn parts_at(a: &str, b: &str, encoder: &Encoder) -> Option<usize> {
    let (a, b) = (encoder.encode(a), encoder.encode(b));
    (0..a.len().max(b.len())).find(|&i| a.get(i) != b.get(i))
}

/// Stretch: the tokens that a training text never contains, as ids in ascending order. A model
/// trained on it never learns their rows of the embedding table.
///
/// The text comes as a list of documents, each encoded by itself. A token is seen when its id is
/// among the ids of a document; that the letters of it occur is not enough. All ids of the
/// vocabulary count, the single bytes too; `encoder.ids()` gives them. Without documents, nothing
/// is seen.
///
/// ```
/// use quirks::{Encoder, never_seen};
/// let toy = Encoder::toy(&["ca", "cat", "dog"]);
/// let unseen = never_seen(&["cat", "cat s"], &toy);
/// // Seen: cat (257), the space (32) and s (115). "ca" is always a part of "cat" here.
/// assert_eq!(unseen.len(), 259 - 3);
/// assert_eq!(unseen[254..], [256, 258]);
/// ```
pub fn never_seen(documents: &[&str], encoder: &Encoder) -> Vec<u32> {
    let seen: HashSet<u32> = documents.iter().flat_map(|text| encoder.encode(text)).collect();
    encoder.ids().into_iter().filter(|id| !seen.contains(id)).collect()
}
