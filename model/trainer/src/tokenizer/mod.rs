//! The tokenizer: learned and applied by section 1.3's own solution.

pub mod hugging_face;
pub mod split;

use std::collections::{BTreeMap, HashMap};

use anyhow::{Result, ensure};
use bpe::Pair;
use rayon::prelude::*;

use crate::settings::MERGES;
use split::split;

/// Merges, and the ids of every word met so far.
///
/// Ids are 1.3's: byte b is id b, merge i is id 256 + i. After the merges comes
/// `<|endoftext|>`, which no text turns into.
pub struct Tokenizer {
    merges: Vec<Pair>,
    known: HashMap<String, Vec<u32>>,
}

impl Tokenizer {
    /// Learns [`MERGES`] merges from words with their counts. An error when there are too few.
    pub fn learn(words: &BTreeMap<String, usize>) -> Result<Tokenizer> {
        let counted: Vec<(&[u8], usize)> =
            words.iter().map(|(word, &count)| (word.as_bytes(), count)).collect();
        let merges = bpe::train_words(&mut bpe::Words::new(&counted), MERGES);
        ensure!(
            merges.len() == MERGES,
            "the words allow for {} merges, expected {MERGES}: take more tales",
            merges.len()
        );
        Ok(Tokenizer::new(merges))
    }

    /// A tokenizer with these merges.
    pub fn new(merges: Vec<Pair>) -> Tokenizer {
        Tokenizer { merges, known: HashMap::new() }
    }

    /// The merges, in the order learned.
    pub fn merges(&self) -> &[Pair] {
        &self.merges
    }

    /// The id of `<|endoftext|>`: the last.
    pub fn end_of_text(&self) -> u32 {
        256 + self.merges.len() as u32
    }

    /// Encodes each of these words once, now, so that [`Tokenizer::encode`] only looks them up.
    pub fn know(&mut self, words: impl IntoParallelIterator<Item = String>) {
        let merges = &self.merges;
        let ids = |word: String| {
            let ids = bpe::encode(word.as_bytes(), merges);
            (word, ids)
        };
        let pairs: Vec<_> = words.into_par_iter().map(ids).collect();
        self.known.extend(pairs);
    }

    /// The ids of a text, without any `<|endoftext|>`: such characters in it are only characters.
    pub fn encode(&self, text: &str) -> Vec<u32> {
        let mut ids = Vec::with_capacity(text.len() / 3);
        for word in split(text) {
            match self.known.get(word) {
                Some(known) => ids.extend(known),
                None => ids.extend(bpe::encode(word.as_bytes(), &self.merges)),
            }
        }
        ids
    }

    /// `<|endoftext|>` and the ids of a text: how every tale is trained on, and every prompt given.
    pub fn prompt(&self, text: &str) -> Vec<u32> {
        let mut ids = vec![self.end_of_text()];
        ids.extend(self.encode(text));
        ids
    }

    /// [`Tokenizer::prompt`] of many texts, in parallel.
    pub fn prompts(&self, texts: &[String]) -> Vec<Vec<u32>> {
        texts.par_iter().map(|text| self.prompt(text)).collect()
    }

    /// The bytes of each id: of `<|endoftext|>`, its text.
    pub fn vocabulary(&self) -> Vec<Vec<u8>> {
        let mut bytes: Vec<Vec<u8>> = (0..=255).map(|byte| vec![byte]).collect();
        for &(left, right) in &self.merges {
            bytes.push([bytes[left as usize].as_slice(), &bytes[right as usize]].concat());
        }
        bytes.push(crate::settings::END_OF_TEXT.into());
        bytes
    }

    /// The text of some ids; a `<|endoftext|>` among them is left out. A part of a character
    /// shows as �. An error when an id is unknown.
    pub fn decode(&self, ids: &[u32]) -> Result<String> {
        let text: Vec<u32> = ids.iter().copied().filter(|&id| id != self.end_of_text()).collect();
        match bpe::decode(&text, &self.merges) {
            Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
            Err(id) => anyhow::bail!("id {id} is unknown, expected at most {}", self.end_of_text()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_words_change_nothing() {
        let texts = crate::tales::training(300);
        let words = split::words(&texts);
        let mut tokenizer = Tokenizer::learn(&words).unwrap();
        let before: Vec<_> = texts[..20].iter().map(|text| tokenizer.prompt(text)).collect();
        tokenizer.know(words.into_keys().collect::<Vec<_>>());
        for (text, before) in texts.iter().zip(before) {
            assert_eq!(tokenizer.prompt(text), before);
            assert_eq!(tokenizer.decode(&before).unwrap(), *text);
        }
        assert_eq!(tokenizer.end_of_text(), 1023);
        assert_eq!(tokenizer.vocabulary().len(), 1024);
    }
}
