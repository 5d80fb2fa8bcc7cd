//! `cargo xtask bench --speed`: how fast the course's solutions compute, each beside a public
//! library that computes the same in the same run.
//!
//! Both sides are checked to give the same before they are timed, and take turns, so that a
//! machine that changes its speed changes it for both. All of it is one thread.

mod bpe;
mod decoding;
mod prefill;
mod timing;

use std::path::Path;

use anyhow::{Context, Result};
use clap::Parser;
use model::Model;

/// Measures the solutions beside candle, tokenizers and tiktoken-rs.
#[derive(Parser)]
struct Args {
    /// How often each thing is timed; the median is reported
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
}

fn main() -> Result<()> {
    // SAFETY: no other thread has been started yet.
    #[allow(unsafe_code)]
    unsafe {
        // The solutions compute on one thread, so the libraries do too.
        std::env::set_var("CANDLE_NUM_THREADS", "1");
        std::env::set_var("RAYON_NUM_THREADS", "1");
        std::env::set_var("TOKENIZERS_PARALLELISM", "false");
    };
    let args = Args::parse();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = folder.ancestors().nth(2).context("model/ is two folders up")?;
    let model = Model::load(folder)?;
    decoding::measure(&model, args.runs)?;
    prefill::measure(&model, folder, args.runs)?;
    bpe::measure(args.runs)
}
