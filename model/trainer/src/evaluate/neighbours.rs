//! Whether a word's nearest rows of the embedding table are words of its kind.

use anyhow::Result;
use rayon::prelude::*;

use crate::tokenizer::Tokenizer;

/// The words whose neighbours the report lists.
pub const LISTED: [&str; 28] = [
    "fox",
    "owl",
    "bear",
    "mouse",
    "duck",
    "red",
    "blue",
    "yellow",
    "grey",
    "happy",
    "sad",
    "proud",
    "afraid",
    "river",
    "forest",
    "hill",
    "garden",
    "kite",
    "lantern",
    "basket",
    "mother",
    "grandfather",
    "baker",
    "bread",
    "honey",
    "three",
    "seven",
    "rain",
];

/// A word of the corpus' kinds that is a single token, with the space before it.
#[derive(Clone, Debug)]
pub struct Word {
    /// The word, without the space.
    pub word: &'static str,
    /// Its kind.
    pub kind: &'static str,
    /// Its token.
    pub id: u32,
}

/// A word and the rows nearest to its own.
#[derive(Clone, Debug)]
pub struct Neighbours {
    /// The word.
    pub word: Word,
    /// The five nearest of all tokens that begin a word, the nearest first, with their cosines.
    pub nearest: Vec<(String, f32)>,
    /// The nearest of the words that have a kind at all.
    pub nearest_word: &'static str,
    /// How many of the three nearest tokens are words of its kind.
    pub of_kind: usize,
    /// Whether the nearest word that has a kind is of its kind.
    pub same_kind: bool,
}

impl Neighbours {
    /// Whether the word counts as right: two of the three nearest tokens are of its kind.
    pub fn is_right(&self) -> bool {
        self.of_kind >= 2
    }
}

/// Words of all kinds that are single tokens, and those that are not.
pub fn words(tokenizer: &Tokenizer) -> (Vec<Word>, Vec<&'static str>) {
    let (mut single, mut split) = (Vec::new(), Vec::new());
    for &(kind, words) in corpus::kinds() {
        for &word in words {
            match tokenizer.encode(&format!(" {word}"))[..] {
                [id] => single.push(Word { word, kind, id }),
                _ => split.push(word),
            }
        }
    }
    (single, split)
}

/// The neighbours of each of these words in a table of V rows, by cosine; of equal ones the
/// lower id is nearer.
///
/// `table` is wte, [V, d] row by row. Looked through are all tokens that are a space and letters:
/// those that begin a word.
pub fn measure(
    table: &[Vec<f32>],
    tokenizer: &Tokenizer,
    words: &[Word],
) -> Result<Vec<Neighbours>> {
    let vocabulary = tokenizer.vocabulary();
    let begins = |bytes: &[u8]| {
        bytes.len() > 1 && bytes[0] == b' ' && bytes[1..].iter().all(u8::is_ascii_alphabetic)
    };
    let starts: Vec<u32> =
        (0..vocabulary.len() as u32).filter(|&id| begins(&vocabulary[id as usize])).collect();
    let one = |word: &Word| {
        let nearest = nearest(table, word.id, &starts);
        let kinds: Vec<u32> = words.iter().map(|word| word.id).collect();
        let nearest_word = nearest.iter().find(|(id, _)| kinds.contains(id));
        let nearest_word =
            nearest_word.and_then(|(id, _)| words.iter().find(|word| word.id == *id));
        let kind = |id: u32| words.iter().find(|word| word.id == id).map(|word| word.kind);
        let text =
            |id: u32| String::from_utf8_lossy(&vocabulary[id as usize]).trim_start().to_owned();
        Neighbours {
            word: word.clone(),
            of_kind: nearest.iter().take(3).filter(|n| kind(n.0) == Some(word.kind)).count(),
            nearest_word: nearest_word.map_or("", |near| near.word),
            same_kind: nearest_word.is_some_and(|near| near.kind == word.kind),
            nearest: nearest.iter().take(5).map(|&(id, cosine)| (text(id), cosine)).collect(),
        }
    };
    Ok(words.par_iter().map(one).collect())
}

/// All of `among` but `id` itself, with their cosines to it, the nearest first.
fn nearest(table: &[Vec<f32>], id: u32, among: &[u32]) -> Vec<(u32, f32)> {
    let row = |id: u32| &table[id as usize];
    let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
    let cosine = |other: u32| {
        let (a, b) = (row(id), row(other));
        dot(a, b) / (dot(a, a) * dot(b, b)).sqrt()
    };
    let mut all: Vec<(u32, f32)> =
        among.iter().filter(|&&other| other != id).map(|&other| (other, cosine(other))).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_by_direction() {
        let table =
            [vec![1.0, 0.0], vec![0.0, 9.0], vec![5.0, 1.0], vec![-1.0, 0.0], vec![0.0, 2.0]];
        let ids = nearest(&table, 0, &[0, 1, 2, 3, 4]).iter().map(|n| n.0).collect::<Vec<_>>();
        assert_eq!(ids, [2, 1, 4, 3]);
    }

    #[test]
    fn listed_words_have_a_kind() {
        for word in LISTED {
            let known = corpus::kinds().iter().any(|(_, words)| words.contains(&word));
            assert!(known, "{word} is in no kind of the corpus: list another");
        }
    }
}
