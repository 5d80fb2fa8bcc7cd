//! `read`: the lesson in the terminal.

use anyhow::Result;
use grader::course::{Kind, Section};

use crate::Outcome;
use crate::app::{App, print};
use crate::{list, markdown, pager};

#[derive(clap::Args)]
pub struct Args {
    /// The section; the current one when left out
    section: Option<String>,
}

/// Shows a lesson and marks it read.
pub fn read(app: &App, args: &Args) -> Result<Outcome> {
    let section = app.section(args.section.as_deref())?;
    pager::show(&lesson(app, section)?)?;
    let progress = app.update(|p| {
        p.of_mut(section).read = true;
        p.clone()
    });
    if let Some(progress) = progress {
        let next = if progress.standing(&app.repo, section).is_solved() {
            String::new()
        } else {
            let there = match section.kind {
                Kind::Quiz => app.quiz_command(section),
                Kind::Lesson => app.repo.shown(&app.repo.learner_file(section)),
            };
            format!(" Now to {}.", app.paint.cyan(&there))
        };
        print(&format!("\n{}.{next}\n", list::read_tally(app, &progress)));
    }
    Ok(Outcome::Holds)
}

/// The lesson of a section, rendered.
pub fn lesson(app: &App, section: &Section) -> Result<String> {
    let path = app.repo.lesson(section);
    let shown = app.repo.shown(&path);
    let text = std::fs::read_to_string(&path).map_err(|_| grader::Error::Missing {
        remedy: format!("git checkout -- {shown}"),
        path: shown,
    })?;
    let folder = path.parent().unwrap_or(&path).to_owned();
    Ok(markdown::render(&text, app.paint, &|picture| app.repo.shown(&folder.join(picture))))
}
