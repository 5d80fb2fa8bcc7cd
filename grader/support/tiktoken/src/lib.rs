//! OpenAI's published vocabularies, and tiktoken-rs to hold a learner's encoder against.
//!
//! Every check is a process of its own, so nothing here is loaded before it is asked for. Tokens
//! and ranks are read from tables that `build.rs` laid out and cost nothing to start; only
//! [`encode`] has to build tiktoken's own maps, once a process (some 15 ms for r50k, 35 for cl100k,
//! 100 for o200k). Nothing here knows a section's crate.

mod table;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fancy_regex::Regex;
use tiktoken_rs::CoreBPE;

use table::Table;

/// A vocabulary that OpenAI published, without its special tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vocabulary {
    /// GPT-2 and GPT-3: 50,256 tokens.
    R50k,
    /// GPT-3.5 and GPT-4: 100,256 tokens.
    Cl100k,
    /// GPT-4o and later: 199,998 tokens.
    O200k,
}

/// How many ranks the vocabulary has. They begin at 0, and none is left out.
pub fn size(vocabulary: Vocabulary) -> u32 {
    table(vocabulary).size()
}

/// The bytes of the token with this rank, if there is one.
pub fn token(vocabulary: Vocabulary, rank: u32) -> Option<&'static [u8]> {
    table(vocabulary).token(rank)
}

/// The rank of the token that is exactly these bytes, if there is one.
pub fn rank(vocabulary: Vocabulary, bytes: &[u8]) -> Option<u32> {
    table(vocabulary).rank(bytes)
}

/// Some lines of the vocabulary's published file: a token in base64, a space, its rank. Each ends
/// in a newline.
pub fn ranks_text(vocabulary: Vocabulary, ranks: Range<u32>) -> String {
    let line = |rank| Some(format!("{} {rank}\n", STANDARD.encode(token(vocabulary, rank)?)));
    ranks.filter_map(line).collect()
}

/// The whole vocabulary, each token with its rank.
pub fn ranks(vocabulary: Vocabulary) -> HashMap<Vec<u8>, u32> {
    let entry = |rank| Some((token(vocabulary, rank)?.to_vec(), rank));
    (0..size(vocabulary)).filter_map(entry).collect()
}

/// The part of the vocabulary that encoding this text can ever ask for: every token that occurs
/// in it, as a run of its bytes. With it, the text has the same ids as with the whole.
pub fn ranks_in(vocabulary: Vocabulary, text: &str) -> HashMap<Vec<u8>, u32> {
    let table = table(vocabulary);
    let bytes = text.as_bytes();
    let mut found = HashMap::new();
    for from in 0..bytes.len() {
        for token in table.prefixes(&bytes[from..]) {
            found.insert(bytes[from..from + token.length].to_vec(), token.rank);
        }
    }
    found
}

/// The ids that tiktoken-rs gives the text. Special tokens in it are ordinary text.
pub fn encode(vocabulary: Vocabulary, text: &str) -> Vec<u32> {
    tokenizer(vocabulary).encode_ordinary(text)
}

/// The bytes that the ids stand for; `None` if one is no token.
pub fn decode(vocabulary: Vocabulary, ids: &[u32]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for &id in ids {
        bytes.extend(token(vocabulary, id)?);
    }
    Some(bytes)
}

/// The text of each token of a text, as tiktoken-rs encodes it: for pictures, lossy where a token
/// is a piece of a character.
pub fn tokens(vocabulary: Vocabulary, text: &str) -> Vec<String> {
    let ids = encode(vocabulary, text);
    let bytes = ids.into_iter().filter_map(|id| token(vocabulary, id));
    bytes.map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect()
}

/// The pieces that the vocabulary's published pattern cuts a text into.
pub fn pieces(vocabulary: Vocabulary, text: &str) -> Vec<&str> {
    static R50K: LazyLock<Regex> = LazyLock::new(|| compiled(pattern(Vocabulary::R50k)));
    static CL100K: LazyLock<Regex> = LazyLock::new(|| compiled(pattern(Vocabulary::Cl100k)));
    static O200K: LazyLock<Regex> = LazyLock::new(|| compiled(pattern(Vocabulary::O200k)));
    let regex = match vocabulary {
        Vocabulary::R50k => &R50K,
        Vocabulary::Cl100k => &CL100K,
        Vocabulary::O200k => &O200K,
    };
    regex.find_iter(text).map(|found| found.expect("never backtracks far").as_str()).collect()
}

fn compiled(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a published pattern is valid")
}

fn table(vocabulary: Vocabulary) -> Table {
    match vocabulary {
        Vocabulary::R50k => table::R50K,
        Vocabulary::Cl100k => table::CL100K,
        Vocabulary::O200k => table::O200K,
    }
}

/// As in tiktoken-rs 0.12, which keeps them to itself.
fn pattern(vocabulary: Vocabulary) -> &'static str {
    match vocabulary {
        Vocabulary::R50k => {
            r"'(?:[sdmt]|ll|ve|re)| ?\p{L}++| ?\p{N}++| ?[^\s\p{L}\p{N}]++|\s++$|\s+(?!\S)|\s"
        }
        Vocabulary::Cl100k => {
            r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|\s+(?!\S)|\s"
        }
        Vocabulary::O200k => tiktoken_rs::O200K_BASE_PAT_STR,
    }
}

/// tiktoken's encoder, from the table instead of the file that its own constructors embed a second
/// time; the test below holds the two together.
fn tokenizer(vocabulary: Vocabulary) -> &'static CoreBPE {
    static R50K: LazyLock<CoreBPE> = LazyLock::new(|| build(Vocabulary::R50k));
    static CL100K: LazyLock<CoreBPE> = LazyLock::new(|| build(Vocabulary::Cl100k));
    static O200K: LazyLock<CoreBPE> = LazyLock::new(|| build(Vocabulary::O200k));
    match vocabulary {
        Vocabulary::R50k => &R50K,
        Vocabulary::Cl100k => &CL100K,
        Vocabulary::O200k => &O200K,
    }
}

fn build(vocabulary: Vocabulary) -> CoreBPE {
    let entry = |rank| Some((token(vocabulary, rank)?.to_vec(), rank));
    let ranks = (0..size(vocabulary)).filter_map(entry).collect();
    let special = [("<|endoftext|>".to_owned(), u32::MAX)].into_iter().collect();
    CoreBPE::new(ranks, special, pattern(vocabulary)).expect("a published pattern is valid")
}

#[cfg(test)]
mod tests {
    use super::*;
    use Vocabulary::{Cl100k, O200k, R50k};

    const TEXTS: [&str; 9] = [
        "",
        "hello world, don't stop!",
        "hello123!!!? (안녕하세요!) 😉",
        "  two spaces\n\n  and lines \r\n\t",
        "1234567 ½ Ⅷ ٣٤٥٦",
        "IT'S it's it’s 'S 'sS",
        "naïve cafe\u{301} \u{a0} \u{3000}x",
        "foo_bar(baz)/*-+*/\n\n\n",
        "🦀👩‍🚀🏽 日本語 שלום",
    ];

    #[test]
    fn it_encodes_as_the_constructors_of_tiktoken_do() {
        let theirs = [
            (R50k, tiktoken_rs::r50k_base()),
            (Cl100k, tiktoken_rs::cl100k_base()),
            (O200k, tiktoken_rs::o200k_base()),
        ];
        for (vocabulary, theirs) in theirs {
            let theirs = theirs.expect("embedded");
            for text in TEXTS.iter().chain(&[TEXTS.concat().as_str(), &TEXTS.concat().repeat(3)]) {
                let ids = encode(vocabulary, text);
                assert_eq!(ids, theirs.encode_ordinary(text), "{vocabulary:?} {text}");
                assert_eq!(decode(vocabulary, &ids).as_deref(), Some(text.as_bytes()));
                let pieces = pieces(vocabulary, text);
                let by_piece: Vec<u32> =
                    pieces.iter().flat_map(|piece| encode(vocabulary, piece)).collect();
                assert_eq!((pieces.concat().as_str(), by_piece), (*text, ids), "{vocabulary:?}");
            }
        }
    }

    #[test]
    fn a_part_of_the_vocabulary_holds_what_occurs() {
        for vocabulary in [R50k, Cl100k, O200k] {
            let whole = ranks(vocabulary);
            assert_eq!(whole.len(), size(vocabulary) as usize);
            for text in TEXTS {
                let part = ranks_in(vocabulary, text);
                let occurs =
                    |token: &[u8]| text.as_bytes().windows(token.len()).any(|w| w == token);
                assert_eq!(part.len(), whole.keys().filter(|token| occurs(token)).count());
                assert!(part.iter().all(|(token, rank)| whole[token] == *rank));
            }
        }
    }

    #[test]
    fn the_file_is_as_published() {
        assert_eq!(ranks_text(R50k, 0..2), "IQ== 0\nIg== 1\n");
        assert_eq!(ranks_text(R50k, 50_255..60_000), "IGdhemVk 50255\n");
        assert_eq!(ranks_text(Cl100k, 100_255..100_256), "IENvbnZleW9y 100255\n");
        assert_eq!((size(R50k), size(Cl100k), size(O200k)), (50_256, 100_256, 199_998));
    }
}
