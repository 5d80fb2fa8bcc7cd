//! The words that `train_words` learns from. Not yours to edit.
//!
//! A text of a million words has far fewer different ones, so each is kept once, with how often
//! it occurs. [`Words`] counts the symbols that are read or merged: the work of a training is
//! counted here, never timed.

use std::cell::Cell;

use crate::Pair;

/// Different words, each with how often it occurs and with its symbols: at first its bytes,
/// later the ids that merges have made of them.
#[derive(Debug)]
pub struct Words {
    words: Vec<Word>,
    visits: Cell<usize>,
}

#[derive(Debug)]
struct Word {
    bytes: Vec<u8>,
    count: usize,
    symbols: Vec<u32>,
}

impl Words {
    /// Words from their bytes and how often each occurs.
    ///
    /// ```
    /// let words = bpe::Words::new(&[(b"low", 5), (b"lower", 2)]);
    /// assert_eq!(words.len(), 2);
    /// assert_eq!(words.count(0), 5);
    /// assert_eq!(words.symbols(0), [108, 111, 119]);
    /// assert_eq!(words.visits(), 3);
    /// ```
    pub fn new(words: &[(&[u8], usize)]) -> Words {
        let word = |&(bytes, count): &(&[u8], usize)| Word {
            bytes: bytes.to_vec(),
            count,
            symbols: bytes.iter().map(|&byte| u32::from(byte)).collect(),
        };
        Words { words: words.iter().map(word).collect(), visits: Cell::new(0) }
    }

    /// How many different words there are. They are numbered from 0.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are no words at all.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How often word `w` occurs in the text.
    pub fn count(&self, w: usize) -> usize {
        self.words[w].count
    }

    /// The symbols of word `w` as they are now. A visit for each of them.
    pub fn symbols(&self, w: usize) -> &[u32] {
        let symbols = &self.words[w].symbols;
        self.visits.set(self.visits.get() + symbols.len());
        symbols
    }

    /// Merges a pair in word `w`, by your own `merge`. A visit for each symbol it had before.
    pub fn merge(&mut self, w: usize, pair: Pair, new_id: u32) {
        let symbols = &mut self.words[w].symbols;
        self.visits.set(self.visits.get() + symbols.len());
        *symbols = crate::merge(symbols, pair, new_id);
    }

    /// How many symbols have been read or merged so far.
    pub fn visits(&self) -> usize {
        self.visits.get()
    }
}

/// In feedback, words show as `Words::new` takes them.
impl plain::Plain for Words {
    fn value(&self) -> plain::Value {
        let words: Vec<_> = self.words.iter().map(|word| (&word.bytes, word.count)).collect();
        plain::Plain::value(&words)
    }
}
