//! The tales: those trained on, and those held out.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use anyhow::{Result, bail};
use corpus::Tale;
use rayon::prelude::*;

use crate::settings::{CORPUS_SEED, HELD_OUT_FIRST, HELD_OUT_TALES};
use crate::tokenizer::split::words;

/// The texts of the first `count` tales, to be trained on.
pub fn training(count: u64) -> Vec<String> {
    (0..count).into_par_iter().map(|number| corpus::tale(CORPUS_SEED, number).text).collect()
}

/// The held-out tales, with their heroes and the places where the hero's name must come back.
pub fn held_out() -> Vec<Tale> {
    let numbers = (HELD_OUT_FIRST..HELD_OUT_FIRST + HELD_OUT_TALES).into_par_iter();
    numbers.map(|number| corpus::tale(CORPUS_SEED, number)).collect()
}

/// An error when a held-out tale is also trained on: whatever is measured on it would be memory.
pub fn check_apart(training: &[String], held_out: &[Tale]) -> Result<()> {
    let hash = |text: &str| {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        hasher.finish()
    };
    let known: HashSet<u64> = training.iter().map(|text| hash(text)).collect();
    for (i, tale) in held_out.iter().enumerate() {
        // Equal hashes are looked into: two texts may share one.
        if known.contains(&hash(&tale.text)) && training.contains(&tale.text) {
            let number = HELD_OUT_FIRST + i as u64;
            bail!(
                "held-out tale {number} is also trained on, expected no text in both:\n{}",
                tale.text
            );
        }
    }
    Ok(())
}

/// What `corpus --statistics` prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statistics {
    /// Texts counted.
    pub tales: usize,
    /// Their bytes in all.
    pub bytes: usize,
    /// Words in all: runs of letters.
    pub words: usize,
    /// Different words, capitals ignored.
    pub distinct: usize,
    /// Different pieces of GPT-2's pattern: what merges are learned from.
    pub pieces: usize,
    /// The words that occur most often, with how often.
    pub frequent: Vec<(String, usize)>,
    /// How many of the different words occur fewer than 20 times.
    pub rare: usize,
}

/// Counts words in some texts.
pub fn statistics(texts: &[String]) -> Statistics {
    let pieces = words(texts);
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (piece, count) in &pieces {
        let word = piece.trim_start();
        if !word.is_empty() && word.chars().all(char::is_alphabetic) {
            *counts.entry(word.to_lowercase()).or_default() += count;
        }
    }
    let mut frequent: Vec<(String, usize)> = counts.iter().map(|(w, &n)| (w.clone(), n)).collect();
    frequent.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    frequent.truncate(40);
    Statistics {
        tales: texts.len(),
        bytes: texts.iter().map(String::len).sum(),
        words: counts.values().sum(),
        distinct: counts.len(),
        pieces: pieces.len(),
        rare: counts.values().filter(|&&count| count < 20).count(),
        frequent,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tale_in_both_is_found() {
        let held_out = held_out();
        let mut texts = training(50);
        assert!(check_apart(&texts, &held_out).is_ok());
        texts.push(held_out[7].text.clone());
        let error = check_apart(&texts, &held_out).unwrap_err().to_string();
        assert!(error.starts_with("held-out tale 1000000007 is also trained on"), "{error}");
    }

    #[test]
    fn words_counted() {
        let counted = statistics(&["The fox saw the owl.".into(), "An owl!".into()]);
        assert_eq!((counted.words, counted.distinct, counted.bytes), (7, 5, 27));
        assert_eq!(counted.frequent[0], ("owl".into(), 2));
    }
}
