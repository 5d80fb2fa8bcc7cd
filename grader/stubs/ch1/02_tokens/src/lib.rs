//! 1.2 What is a token?
//!
//! Text in bytes, characters, words and subwords, and what each of them costs.
//! The lesson is in README.md; `cargo xtask hint 1.2` helps.

/// Splits `text` into pieces: words, numbers, punctuation and white space, with one space
/// attached to what comes after it. This is what a tokenizer does before anything else; the
/// rule is a simpler cousin of GPT-2's.
///
/// Every character is of one kind, the first of these that holds: a letter
/// ([`char::is_alphabetic`]), a digit ([`char::is_numeric`]), white space
/// ([`char::is_whitespace`]), or other. Then
///
/// 1. a piece is a run of characters of one kind, as long as it can be;
/// 2. except that when a run of white space ends in a space (`' '`, and no other white
///    space) and something comes after it, that one space starts the next piece instead. If
///    it was the whole run, nothing is left of the run.
///
/// The pieces joined are `text`, and no piece is empty. An empty text has no pieces.
///
/// ```
/// use tokens::split_pieces;
///
/// assert_eq!(split_pieces("Hello, how are you?"), ["Hello", ",", " how", " are", " you", "?"]);
/// assert_eq!(split_pieces("1st  line\n end "), ["1", "st", " ", " line", "\n", " end", " "]);
/// ```
pub fn split_pieces(text: &str) -> Vec<String> {
    todo!("split {text:?} into pieces, a space in front of what comes after it")
}

/// Cuts one piece into subwords of `vocab`: from the left, each time the longest entry that
/// the rest of the piece starts with.
///
/// Where no entry fits, the next character becomes a token of its own, and it goes on after
/// it. The order of `vocab` does not matter, and an empty entry fits nowhere. The subwords
/// joined are `piece`, and none is empty; an empty piece has none.
///
/// ```
/// use tokens::subwords;
///
/// let vocab = ["t", "to", "tok", "token", "iz", "er", "ers"];
/// assert_eq!(subwords("tokenizers", &vocab), ["token", "iz", "ers"]);
/// assert_eq!(subwords("tokyo", &vocab), ["tok", "y", "o"]);
/// ```
pub fn subwords(piece: &str, vocab: &[&str]) -> Vec<String> {
    todo!("cut {piece:?} from the left, each time the longest entry of {vocab:?}")
}

/// Counts `text` in the four units a tokenizer could use: (UTF-8 bytes, characters, pieces,
/// subwords).
///
/// A character is a Rust `char`. The pieces are those of [`split_pieces`], all of them. The
/// subwords are those of [`subwords`], piece by piece: none reaches from one piece into the
/// next, even where `vocab` has an entry that would.
///
/// ```
/// use tokens::token_counts;
///
/// // ca|f|é| ca|t and café| cat; é is two bytes.
/// assert_eq!(token_counts("café cat", &["ca", " ca", "t", "é c"]), (9, 8, 2, 5));
/// assert_eq!(token_counts("", &["ca"]), (0, 0, 0, 0));
/// ```
pub fn token_counts(text: &str, vocab: &[&str]) -> (usize, usize, usize, usize) {
    todo!("count the bytes, characters, pieces and subwords ({vocab:?}) of {text:?}")
}

/// How many bytes of text one token stands for, on average: the usual measure of how well a
/// tokenizer compresses. `None` when there are no tokens.
///
/// ```
/// use tokens::bytes_per_token;
///
/// assert_eq!(bytes_per_token(9, 4), Some(2.25));
/// assert_eq!(bytes_per_token(9, 0), None);
/// ```
pub fn bytes_per_token(bytes: usize, tokens: usize) -> Option<f64> {
    todo!("divide {bytes:?} bytes by {tokens:?} tokens, or say None")
}

/// The share of the words of `text`, from 0.0 to 1.0, that are not in the list `known`: what a
/// model with that word list cannot read.
///
/// The words are the pieces of [`split_pieces`] that are made of letters, without the space
/// that may be attached to them: `known` has `"cat"` for both `"cat"` and `" cat"`. Numbers,
/// punctuation and white space are no words and do not count. A word is known if the list has
/// exactly that word, capitals included. One that comes twice counts twice. A text without
/// words has nothing unknown in it: 0.0.
///
/// ```
/// use tokens::unknown_share;
///
/// // The words are A, cat, a, cat, a, dog. Unknown: A, dog.
/// assert_eq!(unknown_share("A cat, a cat, a dog!", &["a", "cat"]), 2.0 / 6.0);
/// ```
pub fn unknown_share(text: &str, known: &[&str]) -> f64 {
    todo!("the share of the words of {text:?} that are not in {known:?}")
}
