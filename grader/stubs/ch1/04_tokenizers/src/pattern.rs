//! The published patterns that cut a text into pieces. Not yours to edit.
//!
//! Both are tiktoken's, to the letter. Read them from top to bottom: at each place of the text, the
//! first of the lines that matches is the next piece.
//!
//! `\p{L}` is a letter of any script, `\p{N}` a digit or another number, `\s` white space, `\S` all
//! else. `++`, `*+` and `?+` take as much as `+`, `*` and `?` and give nothing of it back, should the
//! rest not match. `(?!\S)` takes nothing: it asks that no `\S` follows. `(?i: )` takes capitals too.

use std::sync::LazyLock;

use fancy_regex::{Regex, RegexBuilder};
use plain::{Plain, Value};

/// Which tokenizer's pattern cuts the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// GPT-2's, of the vocabulary r50k.
    Gpt2,
    /// GPT-4's, of the vocabulary cl100k.
    Cl100k,
}

static GPT2: LazyLock<Regex> = LazyLock::new(|| {
    compiled(&[
        r"'(?:[sdmt]|ll|ve|re)", // the end of don't, we'll, they've
        r" ?\p{L}++",            // letters, with a space in front if there is one
        r" ?\p{N}++",            // digits, in the same way
        r" ?[^\s\p{L}\p{N}]++",  // punctuation and all else, in the same way
        // White space: all of it at the end of the text, all but the last before a word, or one.
        r"\s++$|\s+(?!\S)|\s",
    ])
});

static CL100K: LazyLock<Regex> = LazyLock::new(|| {
    compiled(&[
        r"'(?i:[sdmt]|ll|ve|re)",       // capitals too: DON'T
        r"[^\r\n\p{L}\p{N}]?+\p{L}++",  // letters, with any one mark or space in front
        r"\p{N}{1,3}+",                 // digits, three at most, no space
        r" ?[^\s\p{L}\p{N}]++[\r\n]*+", // all else, with the ends of lines behind it
        // White space: all of it at the end of the text; or up to its last end of a line; or, where
        // it has none, as in GPT-2.
        r"\s++$|\s*[\r\n]|\s+(?!\S)|\s",
    ])
});

/// Compiling a pattern takes a hundred times as long as using it, so it is done once. No bound on
/// looking ahead: a long run of spaces needs much of it.
fn compiled(alternatives: &[&str]) -> Regex {
    let mut builder = RegexBuilder::new(&alternatives.join("|"));
    builder.backtrack_limit(usize::MAX).build().expect("a published pattern is valid")
}

impl Pattern {
    /// The pieces of `text`, in order. Joined they are the text, and none is empty.
    ///
    /// # Panics
    ///
    /// When the text has a run of nearly a million spaces or ends of lines, which is more than
    /// fancy-regex remembers.
    ///
    /// ```
    /// use tokenizer::Pattern;
    ///
    /// assert_eq!(Pattern::Gpt2.pieces("It's 12345!"), ["It", "'s", " 12345", "!"]);
    /// assert_eq!(Pattern::Cl100k.pieces("It's 12345!"), ["It", "'s", " ", "123", "45", "!"]);
    /// ```
    pub fn pieces(self, text: &str) -> Vec<&str> {
        let regex = match self {
            Pattern::Gpt2 => &GPT2,
            Pattern::Cl100k => &CL100K,
        };
        let found = regex.find_iter(text);
        found.map(|piece| piece.expect("no run of a million spaces").as_str()).collect()
    }
}

impl Plain for Pattern {
    fn value(&self) -> Value {
        let name = match self {
            Pattern::Gpt2 => "Pattern::Gpt2",
            Pattern::Cl100k => "Pattern::Cl100k",
        };
        Value::Struct(name, Vec::new())
    }
}
