//! What a check file's `main` calls: supervisor, one check's process, or the rubric as data.

use std::process::exit;
use std::sync::atomic::AtomicBool;

use crate::paint::Paint;
use crate::render::render_report;
use crate::report::Verdict;
use crate::rubric::{Check, Row};
use crate::supervise::{Options, supervise_rows};
use crate::{DEFAULT_SEED, child};

/// The argument that turns the binary into one check's process: `--check 3`.
pub(crate) const CHECK: &str = "--check";
/// The argument that prints the rubric as JSON.
pub(crate) const RUBRIC: &str = "--rubric";

/// Runs the checks of a section and ends the process.
///
/// Started by plain `cargo test -p <section>`, it supervises: every check runs in a process
/// of its own, and the verdict is printed. `--seed N` changes the random inputs; a word
/// picks the checks with it in their name. Exit code 0 when everything holds, else 1.
pub fn run(checks: &[Check]) -> ! {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let rows: Vec<Row> = checks.iter().map(|c| c.row.clone()).collect();
    match arguments.first().map(String::as_str) {
        Some(CHECK) => {
            let check = arguments.get(1).and_then(|n| n.parse::<usize>().ok());
            match check.and_then(|n| checks.get(n)) {
                Some(check) => child::run(check),
                None => stop("--check takes the number of a check"),
            }
        }
        Some(RUBRIC) => {
            println!("{}", serde_json::to_string(&rows).unwrap_or_default());
            exit(0)
        }
        _ => by_hand(rows, &arguments),
    }
}

fn stop(why: &str) -> ! {
    eprintln!("harness: {why}");
    exit(2)
}

fn by_hand(mut rows: Vec<Row>, arguments: &[String]) -> ! {
    let mut options = Options::default();
    let mut words = arguments.iter();
    let mut filter = None;
    while let Some(word) = words.next() {
        match word.as_str() {
            "--seed" => match words.next().and_then(|n| n.parse().ok()) {
                Some(seed) => options.seed = seed,
                None => stop(&format!("--seed takes a number, such as {DEFAULT_SEED}")),
            },
            // What libtest knows and this harness needs no telling of.
            flag if flag.starts_with('-') => {}
            word => filter = Some(word.to_owned()),
        }
    }
    let numbers: Vec<usize> = (0..rows.len())
        .filter(|&i| filter.as_ref().is_none_or(|f| rows[i].name.contains(f.as_str())))
        .collect();
    rows = numbers.iter().map(|&i| rows[i].clone()).collect();
    let Ok(program) = std::env::current_exe() else { stop("cannot find its own program") };
    let never = AtomicBool::new(false);
    match supervise_rows(&program, &numbers, &rows, &options, &never, &mut |_| {}) {
        Ok(report) => {
            print!("{}", render_report(&report, Paint::of_stdout(), &|_| None));
            exit(if report.verdict() == Verdict::Passed { 0 } else { 1 })
        }
        Err(e) => stop(&e.to_string()),
    }
}
