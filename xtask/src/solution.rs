//! `solution`: the reference beside one's own code.

use anyhow::{Context, Result, bail};
use grader::Place;
use harness::Verdict;
use similar::{ChangeTag, TextDiff};

use crate::Outcome;
use crate::app::{App, print};

#[derive(clap::Args)]
pub struct Args {
    /// The section; the current one when left out
    section: Option<String>,
    /// Show it though the section has not passed yet
    #[arg(long)]
    reveal: bool,
}

/// Shows the reference as a diff against the learner's file.
pub fn solution(app: &App, args: &Args) -> Result<Outcome> {
    let section = app.section(args.section.as_deref())?;
    let progress = app.progress()?;
    let verdict = progress.of(section).and_then(|e| e.last.as_ref()).map(|l| l.verdict);
    if verdict != Some(Verdict::Passed) && !args.reveal {
        bail!(
            "section {0} has not passed yet, and finding it yourself is half of what you learn.\n\
             A hint helps on: `cargo xtask hint {0}`. The reference all the same: `cargo xtask solution {0} --reveal`",
            section.id
        );
    }
    let file = app.repo.section(Place::Solution, section).join("src/lib.rs");
    if !file.is_file() {
        return Err(grader::Error::NoSolution(file).into());
    }
    let reference = std::fs::read_to_string(&file).with_context(|| app.repo.shown(&file))?;
    let mine = app.repo.learner_file(section);
    let mine = std::fs::read_to_string(&mine).with_context(|| app.repo.shown(&mine))?;
    print(&diff(app, section, &mine, &reference));
    Ok(Outcome::Holds)
}

fn diff(app: &App, section: &grader::Section, mine: &str, reference: &str) -> String {
    let paint = app.paint;
    if mine == reference {
        return format!("{}: your code is the reference, to the letter.\n", app.title(section));
    }
    let diff = TextDiff::from_lines(mine, reference);
    let mut out = format!(
        "{}: {} yours, {} the reference\n",
        app.title(section),
        paint.red("-"),
        paint.green("+")
    );
    for group in diff.grouped_ops(3) {
        out.push_str(&paint.dim("   ⋮\n"));
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let line = change.value().trim_end_matches(['\n', '\r']);
            out.push_str(&match change.tag() {
                ChangeTag::Delete => paint.red(&format!("-  {line}")),
                ChangeTag::Insert => paint.green(&format!("+  {line}")),
                ChangeTag::Equal => paint.dim(&format!("   {line}")),
            });
            out.push('\n');
        }
    }
    out
}
