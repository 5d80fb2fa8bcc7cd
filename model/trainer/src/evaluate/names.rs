//! Whether the hero's name comes back where it must.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use corpus::Tale;
use rayon::prelude::*;

use crate::decode::highest;
use crate::gpt::Gpt;
use crate::tokenizer::Tokenizer;

/// Right answers among places asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Places asked.
    pub asked: usize,
    /// Where greedy decoding gives exactly the name, and then no more letters.
    pub whole: usize,
    /// Where it gives the name's first token.
    pub first: usize,
}

impl Score {
    fn add(&mut self, answer: Answer) {
        self.asked += 1;
        self.whole += usize::from(answer.whole);
        self.first += usize::from(answer.first);
    }
}

/// The score over all places, and by the words that stand before them.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Over all places.
    pub all: Score,
    /// By form: the last two words before the name.
    pub forms: BTreeMap<String, Score>,
}

#[derive(Clone, Copy)]
struct Answer {
    whole: bool,
    first: bool,
}

/// Asks for the name at every marked place of some tales.
pub fn measure(gpt: &Gpt, tokenizer: &Tokenizer, tales: &[Tale]) -> Result<Names> {
    let vocabulary = tokenizer.vocabulary();
    let places: Vec<(&Tale, usize)> = tales
        .iter()
        .flat_map(|tale| tale.probes.iter().map(move |probe| (tale, probe.at)))
        .collect();
    let ask = |&(tale, at): &(&Tale, usize)| -> Result<(String, Answer)> {
        let name = expected(tale, at)?;
        let ids = (tokenizer.prompt(&tale.text[..at]), tokenizer.encode(name));
        Ok((form(&tale.text[..at], tale.hero.name), answer(gpt, &vocabulary, ids.0, &ids.1)?))
    };
    let answers = places.par_iter().map(ask).collect::<Result<Vec<_>>>()?;
    let mut names = Names::default();
    for (form, answer) in answers {
        names.all.add(answer);
        names.forms.entry(form).or_default().add(answer);
    }
    Ok(names)
}

/// The text from a marked place to the end of the name: the name with the space before it.
fn expected(tale: &Tale, at: usize) -> Result<&str> {
    let (name, rest) = (tale.hero.name, &tale.text[at..]);
    match rest.find(name) {
        Some(found) if found <= 1 => Ok(&rest[..found + name.len()]),
        _ => bail!("expected the name {name} at byte {at} of the tale:\n{}", tale.text),
    }
}

/// Whether greedy decoding gives these ids, and then nothing that goes on with the word.
///
/// One forward pass over prompt and name says so: as long as each choice is the name's next
/// token, that pass is what decoding would compute. Text is cut from the left to fit.
fn answer(gpt: &Gpt, vocabulary: &[Vec<u8>], mut ids: Vec<u32>, name: &[u32]) -> Result<Answer> {
    ids.extend(name);
    let ids = &ids[ids.len().saturating_sub(gpt.shape().context)..];
    let rows: Vec<Vec<f32>> = gpt.logits(&[ids])?.to_vec2()?; // [T, V]
    let start = ids.len() - name.len() - 1; // the row that predicts the name's first token
    let chosen: Vec<u32> = rows[start..].iter().map(|row| highest(row)).collect();
    let goes_on =
        vocabulary[chosen[name.len()] as usize].first().is_some_and(u8::is_ascii_alphabetic);
    Ok(Answer { whole: chosen[..name.len()] == *name && !goes_on, first: chosen[0] == name[0] })
}

/// The last two words of a prompt, with the hero's name as `NAME`.
fn form(prompt: &str, name: &str) -> String {
    let mut words: Vec<&str> = prompt.split_whitespace().rev().take(2).collect();
    words.reverse();
    words.join(" ").replace(name, "NAME")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        assert_eq!(form("A day.\n\"Thank you,", "Pim"), "\"Thank you,");
        assert_eq!(form("and Pim asked", "Pim"), "NAME asked");
    }

    /// Every marked place of the corpus that is measured does go on with the name.
    #[test]
    fn every_place_has_its_name() {
        for tale in crate::tales::held_out() {
            for probe in &tale.probes {
                let name = expected(&tale, probe.at).unwrap();
                assert_eq!(name.trim_start(), tale.hero.name);
            }
        }
    }
}
