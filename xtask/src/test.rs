//! `test`: everything that CI runs, with a closing line that says how many held.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result};
use grader::Place;
use grader::selfcheck::Options;

use crate::Outcome;
use crate::app::{App, print};
use crate::selfcheck;

/// The packages of the tooling: what `cargo fmt` looks at in the root workspace. A learner's
/// own formatting is nobody's business.
const TOOLING: [&str; 11] = [
    "grader",
    "harness",
    "plain",
    "quiz",
    "encoder",
    "support",
    "model-oracle",
    "tiktoken-oracle",
    "model",
    "xtask",
    "launch",
];

/// Workspaces of their own, so that nobody compiles them by accident: here they are compiled
/// and tested too.
const APART: [(&str, &str); 2] = [("play", "xtask/play"), ("the trainer", "model/trainer")];

#[derive(clap::Args)]
pub struct Args {}

/// Runs format, lints, tests and proofs.
pub fn test(app: &App, _: &Args) -> Result<Outcome> {
    let solutions = app.repo.workspace(Place::Solution).join("Cargo.toml");
    let of_solutions: Vec<String> =
        vec!["--manifest-path".into(), solutions.to_string_lossy().into_owned()];
    let mut tests = Tests { app, passed: 0, failed: 0 };
    let mut fmt: Vec<String> = vec!["fmt".into(), "--check".into()];
    fmt.extend(TOOLING.iter().flat_map(|p| ["--package".to_owned(), (*p).to_owned()]));
    tests.step("format of the tooling", &fmt)?;
    tests.step(
        "format of solutions, checks and mistakes",
        &[&["fmt".into(), "--check".into(), "--all".into()], &of_solutions[..]].concat(),
    )?;
    let deny: Vec<String> = ["--all-targets", "--", "-D", "warnings"].map(String::from).to_vec();
    tests.step(
        "clippy on the tooling",
        &[&["clippy".into(), "--quiet".into()], &deny[..]].concat(),
    )?;
    tests.step(
        "clippy on the solutions",
        &[&["clippy".into(), "--quiet".into(), "--workspace".into()], &of_solutions[..], &deny[..]]
            .concat(),
    )?;
    tests.step(
        "tests of the tooling",
        &["test".into(), "--quiet".into(), "--no-fail-fast".into()],
    )?;
    for (name, folder) in APART {
        let manifest = app.repo.root().join(folder).join("Cargo.toml");
        let of: Vec<String> =
            vec!["--manifest-path".into(), manifest.to_string_lossy().into_owned()];
        let whole: Vec<String> = ["--quiet", "--workspace"].map(String::from).to_vec();
        tests.step(
            &format!("format of {name}"),
            &[&["fmt".into(), "--check".into()], &of[..]].concat(),
        )?;
        tests.step(
            &format!("clippy on {name}"),
            &[&["clippy".into()], &whole[..], &of[..], &deny[..]].concat(),
        )?;
        tests.step(
            &format!("tests of {name}"),
            &[&["test".into()], &whole[..], &of[..], &["--no-fail-fast".into()]].concat(),
        )?;
    }

    print("\nselfcheck\n");
    let count =
        selfcheck::prove(app, Options { pristine: selfcheck::in_ci(), ..Options::default() })?;
    tests.passed += count.held;
    tests.failed += count.failed;
    print(&format!("\n{} passed, {} failed\n", tests.passed, tests.failed));
    Ok(if tests.failed == 0 { Outcome::Holds } else { Outcome::Fails })
}

struct Tests<'a> {
    app: &'a App,
    passed: usize,
    failed: usize,
}

impl Tests<'_> {
    /// One cargo command. Its output is shown when it fails, and its tests are counted.
    fn step(&mut self, what: &str, arguments: &[String]) -> Result<()> {
        let paint = self.app.paint;
        let start = Instant::now();
        print(&format!("{} {what} …\n", paint.dim("·")));
        let output = Command::new(grader::build::cargo())
            .current_dir(self.app.repo.root())
            .args(arguments)
            .env("CARGO_TARGET_DIR", target(self.app))
            .stdin(Stdio::null())
            .output()
            .context("cargo does not start")?;
        let text = String::from_utf8_lossy(&output.stdout);
        let (passed, failed) = tests_in(&text);
        self.passed += passed.max(usize::from(output.status.success() && passed == 0));
        self.failed += failed.max(usize::from(!output.status.success() && failed == 0));
        let seconds = start.elapsed().as_secs_f32();
        if output.status.success() {
            let count = if passed > 0 { format!("{passed} tests, ") } else { String::new() };
            print(&format!("{} {what} ({count}{seconds:.1} s)\n", paint.green("✓")));
        } else {
            print(&format!("{text}{}\n", String::from_utf8_lossy(&output.stderr)));
            let command = format!("cargo {}", arguments.join(" "));
            print(&format!("{} {what}: {}\n", paint.red("✗"), paint.cyan(&command)));
        }
        Ok(())
    }
}

/// Not the folder that this program itself was built in: Windows cannot replace a program
/// that is running.
fn target(app: &App) -> PathBuf {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    let target = app.repo.root().join(target);
    if cfg!(windows) { target.join("test") } else { target }
}

/// The tests that libtest counted: passed and failed.
fn tests_in(output: &str) -> (usize, usize) {
    let results = output.lines().filter(|l| l.starts_with("test result:"));
    results.fold((0, 0), |(passed, failed), line| {
        let before = |word: &str| {
            let (head, _) = line.split_once(word)?;
            head.trim().rsplit(' ').next()?.parse::<usize>().ok()
        };
        (passed + before(" passed").unwrap_or(0), failed + before(" failed").unwrap_or(0))
    })
}

#[cfg(test)]
mod tests {
    use super::tests_in;

    #[test]
    fn libtests_lines_are_added_up() {
        let output = "x\ntest result: ok. 5 passed; 0 failed; 0 ignored\n\ntest result: FAILED. 10 passed; 1 failed; 0 ignored\n";
        assert_eq!(tests_in(output), (15, 1));
    }
}
