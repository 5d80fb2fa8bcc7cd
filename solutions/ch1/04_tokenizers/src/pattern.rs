//! The published pre-tokenization patterns. Not yours to edit.
//!
//! A tokenizer first splits text with a pattern, so that no token ever spans two words or a word
//! and the comma after it. The patterns are copied from `openai_public.py` of OpenAI's tiktoken.

use std::sync::LazyLock;

use fancy_regex::{Regex, RegexBuilder};

/// Which tokenizer's pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// GPT-2's, with the vocabulary r50k_base; the course's own model uses it too.
    Gpt2,
    /// That of GPT-3.5 and GPT-4, with the vocabulary cl100k_base.
    Cl100k,
}

// `(?!\S)`, "no letter comes next", is why the crate is fancy-regex: plain `regex` has no
// look-ahead. It leaves the last of several spaces to the word that follows.
static GPT2: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"'(?:[sdmt]|ll|ve|re)| ?\p{L}++| ?\p{N}++| ?[^\s\p{L}\p{N}]++|\s++$|\s+(?!\S)|\s")
});
static CL100K: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|\s+(?!\S)|\s",
    )
});

const TOO_LONG: &str = "a run of spaces has nearly a million characters or more: shorten it";

impl Pattern {
    /// Splits text into its pieces, from left to right: joined, they are the text.
    ///
    /// # Panics
    ///
    /// When the text has a run of nearly a million spaces or line ends: the look-ahead
    /// remembers each of them, and fancy-regex sets a bound on that.
    ///
    /// ```
    /// # use tokenizer::Pattern;
    /// assert_eq!(Pattern::Gpt2.pieces("It's 1234  ok"), ["It", "'s", " 1234", " ", " ok"]);
    /// assert_eq!(Pattern::Cl100k.pieces("It's 1234"), ["It", "'s", " ", "123", "4"]);
    /// ```
    pub fn pieces(self, text: &str) -> Vec<&str> {
        let regex = match self {
            Pattern::Gpt2 => &GPT2,
            Pattern::Cl100k => &CL100K,
        };
        regex.find_iter(text).map(|piece| piece.expect(TOO_LONG).as_str()).collect()
    }
}

fn compile(pattern: &str) -> Regex {
    let regex = RegexBuilder::new(pattern).backtrack_limit(usize::MAX).build();
    regex.expect("the patterns are fixed and valid")
}
