//! `reset` and `undo`: back to the stub, and back from there.

use anyhow::{Result, bail};
use grader::backup;
use grader::course::Section;

use crate::Outcome;
use crate::app::{App, print};

#[derive(clap::Args)]
pub struct ResetArgs {
    /// The section whose stub to put back
    #[arg(required_unless_present = "all")]
    section: Option<String>,
    /// Every section
    #[arg(long, conflicts_with = "section")]
    all: bool,
}

#[derive(clap::Args)]
pub struct UndoArgs {
    /// The number of a backup; the last one when left out
    number: Option<u32>,
    /// Show what is kept
    #[arg(long, conflicts_with = "number")]
    list: bool,
}

/// Puts stubs back, keeping what stood there.
pub fn reset(app: &App, args: &ResetArgs) -> Result<Outcome> {
    let sections: Vec<&Section> = match &args.section {
        Some(name) => vec![app.course.find(name)?],
        None => app.course.written().collect(),
    };
    for section in sections {
        let file = app.repo.shown(&app.repo.learner_file(section));
        if backup::is_stub(&app.repo, section) {
            print(&format!("{} {file} is the stub already.\n", section.id));
            continue;
        }
        let kept = backup::reset(&app.repo, section)?;
        app.update(|p| {
            let entry = p.of_mut(section);
            entry.last = None;
            entry.hints.clear();
        });
        print(&format!("{} {file} is the stub again.\n", section.id));
        match kept {
            Some(backup) => print(&format!(
                "    Your code is kept as backup {}; {} brings it back.\n",
                backup.number,
                app.paint.cyan(&format!("cargo xtask undo {}", backup.number))
            )),
            None => print("    There was no code to keep.\n"),
        }
        let lesson = app.repo.lesson(section);
        if !lesson.is_file() {
            let lesson = app.repo.shown(&lesson);
            print(&format!(
                "    Its lesson is gone too; `git checkout -- {lesson}` brings it back.\n"
            ));
        }
    }
    Ok(Outcome::Holds)
}

/// Brings a backup back.
pub fn undo(app: &App, args: &UndoArgs) -> Result<Outcome> {
    if args.list {
        let backups = backup::all(&app.repo);
        if backups.is_empty() {
            print("Nothing is kept: no command has replaced any code of yours.\n");
        }
        for b in backups {
            let back = if b.restored { "  (brought back)" } else { "" };
            print(&format!(
                "{:>4}  section {:<5} before `{}`, {}{back}\n",
                b.number,
                b.section,
                b.command,
                b.age()
            ));
        }
        return Ok(Outcome::Holds);
    }
    let (backup, section) = match backup::undo(&app.repo, &app.course.sections, args.number) {
        Err(grader::Error::NothingToUndo(why)) if why.is_empty() => {
            bail!(
                "there is nothing to undo: no command has replaced any code of yours that is not back already.\n`cargo xtask undo --list` shows what is kept."
            )
        }
        other => other?,
    };
    print(&format!(
        "{} {} is back as it was before `{}`, {}.\n    What stood there is kept too: {} swaps them again.\n",
        section.id,
        app.repo.shown(&app.repo.learner_file(section)),
        backup.command,
        backup.age(),
        app.paint.cyan("cargo xtask undo")
    ));
    Ok(Outcome::Holds)
}
