//! `play`: the course's model at work, computed by the sections' own functions. `cargo xtask
//! play` builds it with the learner's code for every section that passed, and starts it.

// With fewer commands, for a copy of the course without solutions, some of it has no use.
#![cfg_attr(
    not(all(feature = "neighbours", feature = "attention", feature = "next", feature = "write")),
    allow(dead_code, unused_imports, unused_variables)
)]

/// Shared with the runner, which asks it for the sections.
#[allow(dead_code)]
mod args;
#[cfg(feature = "attention")]
mod attention;
#[cfg(feature = "write")]
mod cached;
#[cfg(feature = "engine")]
mod engine;
mod guarded;
#[cfg(feature = "attention")]
mod heat;
#[cfg(feature = "neighbours")]
mod neighbours;
#[cfg(feature = "next")]
mod next;
#[cfg(feature = "attention")]
mod picture;
#[cfg(feature = "engine")]
mod prompt;
mod quoted;
#[cfg(feature = "write")]
mod story;
mod terminal;
#[cfg(test)]
mod tests;
mod text;
mod tokens;
#[cfg(feature = "write")]
mod write;

use std::process::exit;

use clap::Parser;
use model::{Config, Model, Tokenizer, course_model_dir};

use args::{Args, Command};
use terminal::Paint;

#[derive(Parser)]
#[command(name = "play", bin_name = "cargo xtask play")]
struct Cli {
    #[command(flatten)]
    args: Args,
}

/// How it ends, as the exit code says it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It did what was asked.
    Good = 0,
    /// A section's code did something wrong.
    Trouble = 1,
    /// It could not do what was asked.
    BadInput = 2,
}

/// Added to the exit code under the runner. A section's code that calls `exit` ends with a code
/// that is none of these, and that is how the runner notices.
const ORDERLY: i32 = 40;

/// Ends the program.
pub fn end(ending: Ending) -> ! {
    let orderly = if std::env::var_os("LLMLINGS_PLAY_YOURS").is_some() { ORDERLY } else { 0 };
    exit(orderly + ending as i32)
}

fn main() {
    let args = Cli::parse().args;
    guarded::begin();
    let Err(error) = play(&args) else { end(Ending::Good) };
    let paint = Paint::of_stderr();
    match error.downcast::<guarded::Trouble>() {
        Ok(trouble) => {
            eprintln!("{} {trouble}", paint.red("✗"));
            end(Ending::Trouble)
        }
        Err(error) => {
            eprintln!("{} {error:#}", paint.red("error:"));
            end(Ending::BadInput)
        }
    }
}

fn play(args: &Args) -> anyhow::Result<()> {
    let folder = args.model.clone().unwrap_or_else(course_model_dir);
    if let Command::Tokens(args) = &args.command {
        // No weights: those of a real model are large. Its sizes first, which also say best
        // when the folder is none of a model.
        Config::load(&folder)?;
        return tokens::tokens(&Tokenizer::load(&folder)?, args);
    }
    let model = Model::load(&folder)?;
    match &args.command {
        #[cfg(feature = "neighbours")]
        Command::Neighbours(args) => neighbours::neighbours(&model, args),
        #[cfg(feature = "next")]
        Command::Next(args) => next::next(&model, args),
        #[cfg(feature = "attention")]
        Command::Attention(args) => attention::attention(&model, args),
        #[cfg(feature = "write")]
        Command::Write(args) => write::write(&model, args),
        #[cfg(feature = "write")]
        Command::Story(args) => story::story(&model, args),
        #[allow(unreachable_patterns)]
        _ => anyhow::bail!(
            "this command needs sections that this copy of the course has not: start it with `cargo xtask play`"
        ),
    }
}
