//! The command line. Only here is anything printed.

mod corpus;
mod data;
mod evaluate;
mod export;
mod progress;
mod prompts;
mod tokenizer;
mod train;

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

/// Makes the course's model from nothing: a GPT-2 of 957,184 parameters that tells short tales.
///
/// The tales come from the project's own generator, the tokenizer is learned by section 1.3's own
/// solution, and the training takes 20 minutes on two cores. `all` does everything in order;
/// the other commands are its parts, each of which reads what the one before has written.
#[derive(Parser)]
#[command(name = "trainer", version, subcommand_required = true, arg_required_else_help = true)]
pub struct Cli {
    #[command(flatten)]
    places: Places,
    #[command(subcommand)]
    command: Command,
}

/// Where files are. The defaults are the repository's own folders.
#[derive(Args, Clone)]
pub struct Places {
    /// Where a training keeps its files [default: model/trainer/run]
    #[arg(long, global = true, value_name = "FOLDER")]
    run: Option<PathBuf>,
    /// The folder that `export` writes, with the README that `evaluate` writes into
    /// [default: model]
    #[arg(long, global = true, value_name = "FOLDER")]
    model: Option<PathBuf>,
}

impl Places {
    fn here() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR"))
    }

    fn run(&self) -> PathBuf {
        self.run.clone().unwrap_or_else(|| Places::here().join("run"))
    }

    fn tokenizer(&self) -> PathBuf {
        self.run().join("tokenizer.json")
    }

    fn checkpoint(&self) -> PathBuf {
        self.run().join("checkpoint.safetensors")
    }

    fn model(&self) -> PathBuf {
        let default = || Places::here().parent().unwrap_or(Places::here()).to_path_buf();
        self.model.clone().unwrap_or_else(default)
    }

    fn readme(&self) -> PathBuf {
        self.model().join("README.md")
    }

    fn prompts(&self) -> PathBuf {
        Places::here().join("oracle").join("prompts.json")
    }
}

#[derive(Subcommand)]
enum Command {
    /// Everything from nothing: tokenizer, train, evaluate, export
    ///
    /// A training that was stopped is gone on with; everything else is done anew, in seconds to
    /// minutes, and comes out the same.
    All(train::Options),
    /// Shows the tales: some of them, or how many words they have
    Corpus(corpus::Options),
    /// Learns the 767 merges and writes run/tokenizer.json
    ///
    /// The tales' words, split by GPT-2's pattern and counted, go through section 1.3's own
    /// `train_words`. 256 bytes, 767 merges and `<|endoftext|>` are 1,024 tokens.
    Tokenizer(tokenizer::Options),
    /// Trains the model, or goes on with a training that was stopped
    ///
    /// Ctrl-C finishes the step, saves and says how to go on. What goes on is exactly what
    /// would have come without the stop, bit for bit on the same machine.
    Train(train::Options),
    /// Measures the trained model on held-out tales and writes it into the model's README
    ///
    /// Loss a token and a byte; how often the hero's name comes back where it must; the
    /// neighbours of words in the embedding table; ten sampled stories and the greedy one.
    Evaluate,
    /// Writes the model's folder: weights, config and tokenizer, as Hugging Face's tools load them
    Export,
    /// Writes 24 held-out prompts to oracle/prompts.json, for oracle/fixtures.py
    Prompts,
    /// Compares our forward pass with what Hugging Face's code computed: model/fixtures
    Compare,
}

impl Cli {
    /// Does what the command line says.
    pub fn run(self) -> Result<()> {
        let places = &self.places;
        match self.command {
            Command::All(options) => {
                tokenizer::run(places, options.tales())?;
                if train::run(places, &options)? {
                    evaluate::run(places)?;
                    export::run(places)?;
                }
                Ok(())
            }
            Command::Corpus(options) => corpus::run(&options),
            Command::Tokenizer(options) => tokenizer::run(places, options.tales),
            Command::Train(options) => train::run(places, &options).map(drop),
            Command::Evaluate => evaluate::run(places),
            Command::Export => export::run(places),
            Command::Prompts => prompts::run(places),
            Command::Compare => prompts::compare(places),
        }
    }
}
