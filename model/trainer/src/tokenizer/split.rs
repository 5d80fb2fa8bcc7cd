//! GPT-2's published pattern: the pieces of a text that merges stay within.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use fancy_regex::Regex;
use rayon::prelude::*;

/// As in GPT-2's `encoder.py`.
const GPT2: &str = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

static PATTERN: LazyLock<Regex> = LazyLock::new(|| Regex::new(GPT2).expect("a valid pattern"));

/// The pieces of a text: together they are the text.
///
/// ```
/// # use trainer::tokenizer::split::split;
/// let pieces: Vec<&str> = split("\"I'm Pim,\" he said.\nSo").collect();
/// assert_eq!(pieces, ["\"", "I", "'m", " Pim", ",\"", " he", " said", ".", "\n", "So"]);
/// ```
pub fn split(text: &str) -> impl Iterator<Item = &str> {
    // The only error is too much backtracking, which this pattern has no room for.
    PATTERN.find_iter(text).map(|found| found.expect("no backtracking").as_str())
}

/// All different pieces of some texts, in alphabetical order, with how often each occurs.
pub fn words(texts: &[String]) -> BTreeMap<String, usize> {
    let count = |texts: &[String]| {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for text in texts {
            for piece in split(text) {
                *counts.entry(piece).or_default() += 1;
            }
        }
        counts.into_iter().map(|(piece, n)| (piece.to_owned(), n)).collect()
    };
    let add = |mut sum: BTreeMap<String, usize>, more: BTreeMap<String, usize>| {
        for (piece, n) in more {
            *sum.entry(piece).or_default() += n;
        }
        sum
    };
    texts.par_chunks(1024).map(count).reduce(BTreeMap::new, add)
}
