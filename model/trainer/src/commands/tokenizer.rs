//! `tokenizer`: learns the merges.

use std::time::Instant;

use anyhow::Result;
use clap::Args;

use super::Places;
use crate::settings::TRAIN_TALES;
use crate::tokenizer::{Tokenizer, hugging_face, split};
use crate::{files, tales};

/// What the tokenizer learns from.
#[derive(Args)]
pub struct Options {
    /// Tales to learn from; fewer are for trying things out
    #[arg(long, default_value_t = TRAIN_TALES)]
    pub tales: u64,
}

/// Learns the merges from so many tales and writes `run/tokenizer.json`.
pub fn run(places: &Places, tales: u64) -> Result<()> {
    let begun = Instant::now();
    let words = split::words(&tales::training(tales));
    let tokenizer = Tokenizer::learn(&words)?;
    files::write(&places.tokenizer(), hugging_face::to_json(&tokenizer).as_bytes())?;
    println!(
        "tokenizer: {} merges from {} different pieces of {tales} tales, in {:.0} s; written to {}",
        tokenizer.merges().len(),
        words.len(),
        begun.elapsed().as_secs_f64(),
        places.tokenizer().display()
    );
    Ok(())
}
