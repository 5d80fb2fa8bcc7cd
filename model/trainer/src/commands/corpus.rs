//! `corpus`: tales and their words.

use std::io::{self, ErrorKind, Write};

use anyhow::Result;
use clap::Args;

use crate::settings::{CORPUS_SEED, HELD_OUT_FIRST, TRAIN_TALES};
use crate::tales::{Statistics, statistics, training};

/// What `corpus` is asked for.
#[derive(Args)]
pub struct Options {
    /// Prints so many tales
    #[arg(long, value_name = "N", default_value_t = 3)]
    show: u64,
    /// Prints tales from the held-out ones, which are never trained on
    #[arg(long)]
    held_out: bool,
    /// The corpus' seed; the model is trained on the default
    #[arg(long, default_value_t = CORPUS_SEED)]
    seed: u64,
    /// Prints how many tales, words, different words and bytes are trained on
    #[arg(long)]
    statistics: bool,
}

/// Prints what was asked for. A reader that stops early, as `head` does, is no error.
pub fn run(options: &Options) -> Result<()> {
    let out = &mut io::stdout().lock();
    let printed = match options.statistics {
        true => print(out, &statistics(&training(TRAIN_TALES))),
        false => show(out, options),
    };
    match printed {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}

fn show(out: &mut impl Write, options: &Options) -> io::Result<()> {
    let first = if options.held_out { HELD_OUT_FIRST } else { 0 };
    for number in first..first + options.show {
        let corpus::Tale { text, hero, .. } = corpus::tale(options.seed, number);
        writeln!(out, "--- {number}: {} the {}\n{text}\n", hero.name, hero.kind)?;
    }
    Ok(())
}

fn print(out: &mut impl Write, counted: &Statistics) -> io::Result<()> {
    let Statistics { tales, bytes, words, distinct, pieces, rare, frequent } = counted;
    let a_tale = words / (*tales).max(1);
    writeln!(out, "{tales} tales, {bytes} bytes, {words} words: {a_tale} a tale")?;
    writeln!(out, "{distinct} different words (names among them), {rare} fewer than 20 times")?;
    writeln!(out, "{pieces} different pieces of GPT-2's pattern, which merges are learned from")?;
    let frequent: Vec<String> = frequent.iter().map(|(word, n)| format!("{word} {n}")).collect();
    writeln!(out, "most frequent: {}", frequent.join(", "))
}
