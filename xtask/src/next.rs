//! `next`: the main path. Checks the current section; on a pass, shows the one that follows.

use std::sync::atomic::AtomicBool;

use anyhow::Result;
use grader::course::{Kind, Section};
use grader::grade::Graded;
use harness::Verdict;

use crate::Outcome;
use crate::app::{App, print};
use crate::check::{self, How};
use crate::live::Live;
use crate::onwards::{all_done, onwards};
use crate::{finale, quiz};

#[derive(clap::Args)]
pub struct Args {
    /// Seed of the random inputs; the same by default, so that two runs agree
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

/// Checks the current section and says what to do now.
pub fn next(app: &App, args: &Args) -> Result<Outcome> {
    let progress = app.progress()?;
    let Some(section) = progress.current(&app.repo, &app.course) else {
        print(&all_done(app));
        return Ok(Outcome::Holds);
    };
    if progress.is_fresh() {
        print(&format!("{}: this is where everyone starts.\n\n", app.tally(&progress)));
    }
    // A quiz is taken at a keyboard; where there is none, its card says how.
    if section.kind == Kind::Quiz && quiz::at_keyboard() {
        print(&format!("{}\n", app.card(section)));
        return quiz::quiz(app, &quiz::Args::of(section));
    }
    let never = AtomicBool::new(false);
    let mut errors = 0;
    let graded = check::check(
        app,
        section,
        &mut Live::start(),
        How {
            seed: args.seed,
            cancelled: &never,
            own_group: false,
            on_error: &mut |error| {
                errors += 1;
                print(&format!("{error}\n\n"));
            },
        },
    )?;
    let recorded = app.update(|p| p.record(&app.repo, section, &graded));
    print(&after(app, section, &graded, errors > 0));
    if graded.verdict == Verdict::Passed {
        if section.finale {
            finale::show(app);
        }
        print(&if recorded.is_some() { onwards(app) } else { String::new() });
    }
    Ok(if graded.verdict == Verdict::Passed { Outcome::Holds } else { Outcome::Fails })
}

/// What to show after a check of the current section.
fn after(app: &App, section: &Section, graded: &Graded, errors_shown: bool) -> String {
    let paint = app.paint;
    let mut out = String::new();
    match graded.verdict {
        Verdict::NotStarted => {
            out.push_str(&app.card(section));
            out.push_str(&format!("\n{}\n", paint.dim("What will be checked:")));
            out.push_str(&check::verdict(app, section, graded, errors_shown));
        }
        Verdict::Passed => {
            out.push_str(&format!("{}\n\n", app.title(section)));
            out.push_str(&check::verdict(app, section, graded, errors_shown));
            out.push_str(&check::passed(app, section, graded));
        }
        Verdict::Failed | Verdict::DoesNotCompile => {
            if graded.verdict == Verdict::Failed {
                out.push_str(&format!("{}\n\n", app.title(section)));
            }
            out.push_str(&check::verdict(app, section, graded, errors_shown));
            let file = app.repo.shown(&app.repo.learner_file(section));
            let help = match section.kind {
                Kind::Quiz => app.quiz_command(section),
                Kind::Lesson => format!("cargo xtask hint {}", section.id),
            };
            out.push_str(&format!(
                "\n{}\n{} · {}\n",
                check::sum(graded, paint),
                paint.cyan(&file),
                paint.cyan(&help)
            ));
        }
    }
    out
}
