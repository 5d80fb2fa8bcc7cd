//! How fast the solutions compute: a package of its own, since it links what nobody else needs.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use grader::Place;

use crate::app::App;
use crate::live;

/// Builds and runs `model/trainer/speed`, which prints its tables.
pub fn measure(app: &App, runs: u32) -> Result<()> {
    let solutions = app.repo.workspace(Place::Solution).join("Cargo.toml");
    if !solutions.is_file() {
        bail!(grader::Error::NoSolution(solutions));
    }
    live::clear();
    eprintln!("building the solutions, candle, tokenizers and tiktoken-rs …");
    let status = Command::new(grader::build::cargo())
        .current_dir(app.repo.root())
        .args(["run", "--release", "--quiet", "--package", "speed", "--manifest-path"])
        .arg(app.repo.root().join("model/trainer/Cargo.toml"))
        .args(["--", "--runs", &runs.to_string()])
        .stdin(Stdio::null())
        .status()
        .context("cargo does not start")?;
    if !status.success() {
        bail!("the measurement ended with {status}; what it said stands above");
    }
    Ok(())
}
