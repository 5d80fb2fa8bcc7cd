//! `evaluate`: measures, and writes the README's part.

use std::fs;

use anyhow::{Context, Result};

use super::{Places, data};
use crate::evaluate::report::{Measured, insert};
use crate::evaluate::{loss, names, neighbours, stories};
use crate::gpt::Gpt;
use crate::params::Params;
use crate::settings::{COURSE, Recipe};
use crate::{export, files, tales};

/// Tales whose marked places are asked for the hero's name.
const NAME_TALES: usize = 1_000;

/// Measures the last checkpoint.
pub fn run(places: &Places) -> Result<()> {
    let tokenizer = data::tokenizer(places)?;
    let saved = data::checkpoint(places)?;
    let params = Params::new(COURSE, &saved.weights)?;
    let gpt = Gpt::new(COURSE, &params);
    let held_out = tales::held_out();
    println!("evaluate: step {}; the loss over {} held-out tales …", saved.step, held_out.len());
    let loss = loss::measure(&gpt, &tokenizer, &held_out)?;
    println!("evaluate: the recurring name …");
    let names = names::measure(&gpt, &tokenizer, &held_out[..NAME_TALES])?;
    println!("evaluate: neighbours and stories …\n");
    let (words, split) = neighbours::words(&tokenizer);
    let table: Vec<Vec<f32>> = params.vars[0].to_vec2()?; // wte [V, d]
    let content = export::weights(COURSE, &saved.weights)?;
    let recipe = Recipe::course(saved.step);
    let report = Measured {
        parameters: COURSE.parameters(),
        checksum: files::sha256(&content),
        bytes: content.len(),
        steps: saved.step,
        tokens_per_step: recipe.batch * COURSE.context,
        seconds: saved.seconds,
        cores: std::thread::available_parallelism().map_or(1, usize::from),
        tales: held_out.len(),
        loss,
        name_tales: NAME_TALES,
        names,
        neighbours: neighbours::measure(&table, &tokenizer, &words)?,
        split,
        stories: stories::tell(&gpt, &tokenizer)?,
    }
    .markdown();
    let path = places.readme();
    let readme = if path.exists() {
        fs::read_to_string(&path)
            .with_context(|| format!("{} could not be read", path.display()))?
    } else {
        "# The model\n".to_owned()
    };
    let readme = insert(&readme, &report).with_context(|| path.display().to_string())?;
    files::write(&path, readme.as_bytes())?;
    println!("{report}\n\nevaluate: written into {}", path.display());
    Ok(())
}
