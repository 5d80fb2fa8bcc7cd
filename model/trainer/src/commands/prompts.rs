//! `prompts` and `compare`: what the oracle is asked, and whether it agrees.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{Places, data};
use crate::settings::{COURSE, HELD_OUT_FIRST};
use crate::{compare, files, tales};

/// How many prompts the oracle is given.
const COUNT: usize = 24;
/// The most tokens of the first prompt: its stream and attention are kept whole.
const FIRST: usize = 32;
/// Logits may differ by so much: both sides compute in f32, in another order.
const TOLERANCE: f32 = 1e-4;

/// Writes prompts from the first held-out tales: the beginning of a tale, cut after a word, and
/// the text up to a place where the hero's name must come back, by turns.
pub fn run(places: &Places) -> Result<()> {
    let tokenizer = data::tokenizer(places)?;
    let fits = |text: &str, most: usize| tokenizer.prompt(text).len() <= most;
    let mut prompts = Vec::new();
    for (i, tale) in tales::held_out().iter().enumerate().take(COUNT) {
        let longest = |ends: &mut dyn Iterator<Item = usize>, most: usize| {
            ends.map(|at| &tale.text[..at]).filter(|text| fits(text, most)).last()
        };
        let beginning = longest(&mut tale.text.match_indices(' ').map(|(at, _)| at), FIRST);
        let name = longest(&mut tale.probes.iter().map(|probe| probe.at), COURSE.context);
        let prompt = if i % 2 == 0 { beginning } else { name.or(beginning) };
        prompts.push(prompt.context("a held-out tale has no beginning of 32 tokens")?.to_owned());
    }
    let from = format!("held-out tales {HELD_OUT_FIRST} to {}", HELD_OUT_FIRST + COUNT as u64 - 1);
    let json = json!({"from": from, "prompts": prompts});
    files::write(&places.prompts(), format!("{json:#}\n").as_bytes())?;
    println!("prompts: {COUNT} written to {}", places.prompts().display());
    Ok(())
}

/// Compares the model's folder with its fixtures; an error when they differ too much.
pub fn compare(places: &Places) -> Result<()> {
    let found = compare::measure(&places.model())?;
    println!(
        "compare: {} prompts; largest differences: logits {:.1e}, residual stream {:.1e}, \
         attention {:.1e}",
        found.prompts, found.logits, found.stream, found.attention
    );
    ensure!(found.largest() <= TOLERANCE, "expected no difference above {TOLERANCE:.0e}");
    Ok(())
}
