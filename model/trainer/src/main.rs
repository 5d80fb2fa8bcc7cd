//! `cargo run --release -- all` makes the course's model from nothing. See `--help`.

use anyhow::Result;
use clap::Parser;
use trainer::commands::Cli;

fn main() -> Result<()> {
    // Candle (0.11) would add its tensors on threads of its own, which spin while they wait. Ours
    // run several windows at once already: together they are eight times as slow, measured.
    // SAFETY: no other thread has been started yet.
    #[allow(unsafe_code)]
    unsafe {
        std::env::set_var("CANDLE_NUM_THREADS", "1")
    };
    Cli::parse().run()
}
