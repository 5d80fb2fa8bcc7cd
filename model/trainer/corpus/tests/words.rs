//! What holds for the words of the corpus as a whole.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use corpus::{Tale, kinds, tale};

const SEED: u64 = 1;
/// Told once for all tests.
static TALES: LazyLock<Vec<Tale>> =
    LazyLock::new(|| (0..5_000).map(|number| tale(SEED, number)).collect());

/// How often each word occurs, and the words (names apart) that are written small.
fn counts() -> (HashMap<String, usize>, usize) {
    let mut counts = HashMap::new();
    let mut all = 0;
    for tale in TALES.iter() {
        for word in tale.text.split(|c: char| !c.is_ascii_alphabetic()) {
            if !word.is_empty() {
                *counts.entry(word.to_owned()).or_default() += 1;
                all += 1;
            }
        }
    }
    (counts, all)
}

/// Kinds are measured by their words: six or more each, plain, and none in two kinds.
#[test]
fn kinds_are_apart() {
    let mut seen = HashSet::new();
    for (kind, words) in kinds() {
        assert!(words.len() >= 6, "{kind} has {} words, expected six or more", words.len());
        for word in *words {
            assert!(word.bytes().all(|b| b.is_ascii_lowercase()), "{kind}: {word:?} is not plain");
            assert!(seen.insert(word), "{word:?} stands twice, the second time in {kind}");
        }
    }
}

/// A word that is rare gets no token of its own and learns nothing from its context.
#[test]
fn words_of_kinds_are_common() {
    let (counts, all) = counts();
    let mut rare = Vec::new();
    for (kind, words) in kinds() {
        for word in *words {
            let many = counts.get(*word).copied().unwrap_or(0);
            if many * 4_000 < all {
                rare.push(format!("{word} ({kind}): {many}"));
            }
        }
    }
    assert!(rare.is_empty(), "of {all} words, expected 1 in 4,000 of each, got: {rare:?}");
}

/// 767 merges are to give most words a token of their own.
#[test]
fn the_vocabulary_is_small() {
    let (counts, _) = counts();
    let small = counts.keys().filter(|word| word.bytes().all(|b| b.is_ascii_lowercase())).count();
    assert!((600..=1_000).contains(&small), "got {small} distinct words, expected 600 to 1,000");
}

/// The names: a few hundred, so that a name can be known only by looking back.
#[test]
fn names_are_many() {
    let names: HashSet<&str> = TALES.iter().map(|tale| tale.hero.name).collect();
    assert!((200..=300).contains(&names.len()), "got {} names of heroes", names.len());
    for name in names {
        assert!(
            (2..=7).contains(&name.len()) && name.starts_with(|c: char| c.is_ascii_uppercase()),
            "{name:?} is not a short name"
        );
        let lower = name.to_lowercase();
        assert!(
            !kinds().iter().any(|(_, words)| words.contains(&lower.as_str())),
            "{name:?} is also a word of a kind"
        );
    }
}
