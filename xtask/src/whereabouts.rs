//! Bare `cargo xtask`: where you are, and the one command to type now.

use anyhow::Result;
use grader::progress::Standing;

use crate::Outcome;
use crate::app::{App, print};
use crate::list::read_tally;

/// Shows both chapters at a glance and what to do.
pub fn show(app: &App) -> Result<Outcome> {
    let paint = app.paint;
    let progress = app.progress()?;
    let mut out = format!(
        "{}: learn how language models work by building one in Rust\n\n",
        paint.bold("llmlings")
    );
    for chapter in &app.course.chapters {
        let marks: Vec<String> = app
            .course
            .of_chapter(chapter.number)
            .map(|s| mark(app, progress.standing(&app.repo, s)))
            .collect();
        let title = format!("Chapter {} · {}", chapter.number, chapter.title);
        out.push_str(&format!("  {title:<40} {}\n", marks.join(" ")));
    }
    out.push_str(&format!(
        "  {:<40} {}\n\n",
        "",
        paint.dim("✓ solved  … in progress  ○ open  · coming")
    ));
    let tally = format!("{}, {}", app.tally(&progress), read_tally(app, &progress));
    match progress.current(&app.repo, &app.course) {
        None => out.push_str(&format!(
            "{tally}: every section there is.\n\n  {}   {}\n",
            paint.cyan("cargo xtask list"),
            paint.cyan("cargo xtask play --help"),
        )),
        Some(section) => {
            let here = match progress.is_fresh() {
                true => "this is where everyone starts.".to_owned(),
                false => "you are at:".to_owned(),
            };
            out.push_str(&format!(
                "{tally}: {here}\n\n  {} · {} min\n  {}\n\n  {}\n",
                app.title(section),
                section.minutes,
                paint.dim(&app.repo.shown(&app.repo.learner_file(section))),
                paint.cyan("cargo xtask next"),
            ));
        }
    }
    print(&out);
    Ok(Outcome::Holds)
}

fn mark(app: &App, standing: Standing) -> String {
    let paint = app.paint;
    match standing {
        Standing::Coming => paint.dim("·"),
        Standing::NotStarted => "○".to_owned(),
        Standing::InProgress => paint.yellow("…"),
        Standing::Passed | Standing::Edited => paint.green("✓"),
        Standing::Changed => paint.yellow("↻"),
    }
}
