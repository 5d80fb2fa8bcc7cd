//! `bench`: how long a save takes to a verdict, side by side in one run with what anybody
//! could do without us: bare `rustc --test` of the same file, and plain `cargo test`. And how
//! fast the solutions compute, beside the libraries that everybody uses ([`speed`]).
//!
//! It works on a copy of the course in a temporary folder, with the real commands, so that
//! nothing of the learner's is touched and nothing is measured that a learner would not wait
//! for.

mod copy;
mod speed;
mod watched;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use grader::course::Section;

use crate::Outcome;
use crate::app::{App, print};
use crate::live::Live;
use copy::Copy;
use watched::Watched;

#[derive(clap::Args)]
pub struct Args {
    /// Only this section
    section: Option<String>,
    /// How often each thing is timed; the median is reported
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
    /// Leave out the first call from an empty target folder, the slow part
    #[arg(long)]
    warm: bool,
    /// Only from a save to its verdict
    #[arg(long)]
    saves: bool,
    /// Only how fast the solutions compute: tokens a second with and without the cache, prefill
    /// beside candle, tokenizers beside `tokenizers` and tiktoken-rs. It compiles them first, which
    /// takes some minutes
    #[arg(long, conflicts_with_all = ["saves", "section"])]
    speed: bool,
}

/// Measures and reports medians and ratios.
pub fn bench(app: &App, args: &Args) -> Result<Outcome> {
    if !args.speed {
        saves(app, args)?;
    }
    if !args.saves && args.section.is_none() {
        speed::measure(app, args.runs)?;
    }
    Ok(Outcome::Holds)
}

fn saves(app: &App, args: &Args) -> Result<()> {
    let sections: Vec<&Section> = match &args.section {
        Some(name) => vec![app.course.find(name)?],
        None => app.course.written().collect(),
    };
    let mut live = Live::start();
    live.say_now("copying the course …");
    let copy = Copy::make(app)?;
    if !args.warm {
        first_call(&copy, args.runs, &mut live)?;
    }
    print(
        "Save to verdict, warm: medians in seconds, and how many times a bare `rustc --test`\n\n",
    );
    print(&format!(
        "{:<6}{:>15}{:>18}{:>18}{:>18}{:>18}\n",
        "", "rustc --test", "watch", "cargo xtask run", "cargo test", "compile error"
    ));
    for section in sections {
        live.say_now(&format!("section {} …", section.id));
        let row = section_row(&copy, section, args.runs)?;
        crate::live::clear();
        print(&row);
    }
    print(&format!(
        "\n{} runs each, in turn. watch: from the write of the file to its verdict, debounce included.\ncompile error: `cargo xtask run` on a file that does not compile.\n",
        args.runs
    ));
    Ok(())
}

fn first_call(copy: &Copy, runs: u32, live: &mut Live) -> Result<()> {
    let mut times = Vec::new();
    for run in 0..runs {
        live.say_now(&format!(
            "first `cargo xtask next` from an empty target, {} of {runs} …",
            run + 1
        ));
        copy.empty_target()?;
        times.push(timed(copy.cargo().args(["xtask", "next"]))?);
    }
    crate::live::clear();
    print(&format!(
        "First `cargo xtask next` from an empty target to the first verdict: {:.1} s (median of {runs}; {:.1} to {:.1})\n\n",
        median(&mut times).as_secs_f64(),
        times.first().map_or(0.0, Duration::as_secs_f64),
        times.last().map_or(0.0, Duration::as_secs_f64),
    ));
    Ok(())
}

/// Every column is timed once a round, so that a machine that changes its speed changes it
/// for all of them.
fn section_row(copy: &Copy, section: &Section, runs: u32) -> Result<String> {
    let file = copy.file(section);
    let mut edits = Edits::new(&copy.solution(section))?;
    edits.save(&file)?;
    timed(copy.cargo().args(["xtask", "run", &section.id]))?;
    let mut watched = Watched::start(copy, section)?;
    let mut columns: [Vec<Duration>; 5] = Default::default();
    for _ in 0..runs {
        edits.save(&file)?;
        columns[0].push(compiled(&mut bare_rustc(copy, section)?)?);

        let start = Instant::now();
        edits.save(&file)?;
        watched.verdict()?;
        columns[1].push(start.elapsed());
        watched.pause();

        edits.save(&file)?;
        columns[2].push(timed(copy.cargo().args(["xtask", "run", &section.id]))?);

        edits.save(&file)?;
        let package = section.package();
        columns[3].push(timed(copy.cargo().args([
            "test",
            "--quiet",
            "--package",
            package,
            "--test",
            "check",
        ]))?);

        edits.break_it(&file)?;
        columns[4].push(timed(copy.cargo().args(["xtask", "run", &section.id]))?);
        edits.save(&file)?;
        watched.resume()?;
    }
    let [bare, rest @ ..] = &mut columns;
    let bare = median(bare).as_secs_f64();
    let mut row = format!("{:<6}{bare:>15.3}", section.id);
    for column in rest {
        let time = median(column).as_secs_f64();
        row.push_str(&format!("{:>18}", format!("{time:.3} ({:.1}x)", time / bare)));
    }
    Ok(row + "\n")
}

fn bare_rustc(copy: &Copy, section: &Section) -> Result<Command> {
    let mut command = Command::new("rustc");
    command.args(["--edition", "2024", "--test", "--allow", "warnings"]).arg(copy.file(section));
    for name in copy.dependencies(section)? {
        let library = copy.library(&name).with_context(|| format!("{name} was not built"))?;
        command.arg("--extern").arg(format!("{name}={}", library.display()));
    }
    command.arg("-L").arg(copy.libraries());
    command.arg("-o").arg(copy.scratch());
    Ok(command)
}

/// The time of a compilation; one that stops at an error would be counted as quick.
fn compiled(command: &mut Command) -> Result<Duration> {
    ended(command, &[0])
}

/// The time of a command that may find something wrong.
fn timed(command: &mut Command) -> Result<Duration> {
    ended(command, &[0, 1])
}

fn ended(command: &mut Command, well: &[i32]) -> Result<Duration> {
    let start = Instant::now();
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("{command:?}"))?;
    let time = start.elapsed();
    if !output.status.code().is_some_and(|code| well.contains(&code)) {
        bail!("{command:?} did not work:\n{}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(time)
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Versions of a file that all behave alike and are never the same: each has another number
/// in the body of its first function, which has to be compiled anew.
struct Edits {
    before: String,
    after: String,
    number: u32,
}

impl Edits {
    fn new(solution: &Path) -> Result<Edits> {
        let text =
            std::fs::read_to_string(solution).with_context(|| solution.display().to_string())?;
        let (at, head) = text
            .match_indices("pub fn ")
            .find_map(|(at, _)| Some((at, text[at..].find("{\n")? + 2)))
            .context("the solution has no function")?;
        let (before, after) = text.split_at(at + head);
        Ok(Edits { before: before.to_owned(), after: after.to_owned(), number: 0 })
    }

    fn save(&mut self, file: &PathBuf) -> Result<()> {
        self.number += 1;
        let line = format!("    std::hint::black_box({}_u32);\n", self.number);
        Ok(std::fs::write(file, format!("{}{line}{}", self.before, self.after))?)
    }

    fn break_it(&mut self, file: &PathBuf) -> Result<()> {
        self.number += 1;
        let line = format!("    let broken: u32 = \"{}\";\n", self.number);
        Ok(std::fs::write(file, format!("{}{line}{}", self.before, self.after))?)
    }
}
