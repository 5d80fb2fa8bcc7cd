//! OpenAI's published vocabularies, and tiktoken-rs to hold a learner's encoder against.
//!
//! Every check is a process of its own, and tiktoken's encoders take 20 ms (r50k), 45 (cl100k) or
//! 140 (o200k) to load. So nothing is loaded here: tokens and ranks are read from tables that
//! `build.rs` laid out, and an encoding gets the part of them that its text can ask for. The
//! first use of a pattern takes some milliseconds. Nothing here knows a section's crate.

mod table;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fancy_regex::Regex;
use rustc_hash::FxHashMap;
use tiktoken_rs::byte_pair_split;

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
pub fn ranks_in(vocabulary: Vocabulary, text: impl AsRef<[u8]>) -> HashMap<Vec<u8>, u32> {
    let table = table(vocabulary);
    let bytes = text.as_ref();
    let mut found = HashMap::new();
    for from in 0..bytes.len() {
        for token in table.prefixes(&bytes[from..]) {
            found.insert(bytes[from..from + token.length].to_vec(), token.rank);
        }
    }
    found
}

/// The same with all single bytes, whatever the text: an encoder that knows these can encode
/// anything.
pub fn part(vocabulary: Vocabulary, text: impl AsRef<[u8]>) -> HashMap<Vec<u8>, u32> {
    // Asked for again and again by properties: the single bytes are looked up once.
    static BYTES: [OnceLock<HashMap<Vec<u8>, u32>>; 3] = [const { OnceLock::new() }; 3];
    let bytes = BYTES[vocabulary as usize].get_or_init(|| {
        let entry = |byte| Some((vec![byte], rank(vocabulary, &[byte])?));
        (0..=255).filter_map(entry).collect()
    });
    let mut ranks = bytes.clone();
    ranks.extend(ranks_in(vocabulary, text));
    ranks
}

/// The ids that tiktoken-rs gives the text. Special tokens in it are ordinary text.
///
/// Its own merging, on the part of the vocabulary that each piece can ask for; the tests hold
/// this against its whole encoder.
pub fn encode(vocabulary: Vocabulary, text: &str) -> Vec<u32> {
    let pieces = pieces(vocabulary, text).into_iter();
    pieces.flat_map(|piece| encode_piece(vocabulary, piece.as_bytes())).collect()
}

/// The ids that tiktoken-rs gives any bytes, taken as one piece.
pub fn encode_piece(vocabulary: Vocabulary, piece: &[u8]) -> Vec<u32> {
    if piece.len() < 2 {
        return rank(vocabulary, piece).into_iter().collect();
    }
    let ranks: FxHashMap<_, _> = ranks_in(vocabulary, piece).into_iter().collect();
    byte_pair_split(piece, &ranks).into_iter().map(|token| ranks[token]).collect()
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

    /// Characters of all the texts in a random order.
    fn shuffled(seed: u64) -> String {
        let characters: Vec<char> = TEXTS.concat().chars().collect();
        let mut state = seed;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) as usize % below
        };
        (0..next(60)).map(|_| characters[next(characters.len())]).collect()
    }

    #[test]
    fn it_encodes_as_the_constructors_of_tiktoken_do() {
        let theirs = [
            (R50k, tiktoken_rs::r50k_base()),
            (Cl100k, tiktoken_rs::cl100k_base()),
            (O200k, tiktoken_rs::o200k_base()),
        ];
        for (vocabulary, theirs) in theirs {
            let theirs = theirs.expect("embedded");
            let mut texts: Vec<String> = TEXTS.map(str::to_owned).to_vec();
            texts.extend([TEXTS.concat(), "ha".repeat(700), "é".repeat(300), " ".repeat(200)]);
            texts.extend((0..2000).map(shuffled));
            for text in &texts {
                let ids = encode(vocabulary, text);
                assert_eq!(ids, theirs.encode_ordinary(text), "{vocabulary:?} {text}");
                assert_eq!(decode(vocabulary, &ids).as_deref(), Some(text.as_bytes()));
                let pieces = pieces(vocabulary, text);
                let by_piece: Vec<u32> =
                    pieces.iter().flat_map(|piece| encode(vocabulary, piece)).collect();
                assert_eq!((&pieces.concat(), by_piece), (text, ids), "{vocabulary:?} {text}");
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
