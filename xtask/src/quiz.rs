//! `quiz`: the questions of a chapter, one at a time, each choice answered at once.

mod asking;
mod input;

use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::AtomicBool;

use anyhow::Result;
use grader::course::Section;
use grader::quiz::Paper;
use grader::{Kind, quiz};
use harness::Verdict;

use crate::Outcome;
use crate::app::{App, print};
use crate::check::{self, How};
use crate::live::Live;
use crate::onwards::onwards;
use input::Input;

#[derive(clap::Args)]
pub struct Args {
    /// The chapter, 1 or 2, or the section of its quiz; the first with open questions when left out
    quiz: Option<String>,
    /// Ask all questions, also those that are answered right; a right answer stays
    #[arg(long)]
    again: bool,
    /// Seed of the order of the choices; another each time by default
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

impl Args {
    /// As `next` asks: what is open in this section.
    pub fn of(section: &Section) -> Args {
        Args { quiz: Some(section.id.clone()), again: false, seed: None }
    }
}

/// Asks, writes the answers down, and records how it stands.
pub fn quiz(app: &App, args: &Args) -> Result<Outcome> {
    let section = match &args.quiz {
        Some(name) => quiz::find(&app.course, name)?,
        None => open_quiz(app)?,
    };
    sit(app, section, args.again, args.seed)?;
    graded(app, section)
}

/// Whether somebody is there to answer with a key.
pub fn at_keyboard() -> bool {
    matches!(Input::of_stdin(), Input::Keys)
}

/// The first quiz that is not solved, or else the last.
fn open_quiz(app: &App) -> Result<&Section> {
    let progress = app.progress()?;
    let quizzes = || app.course.written().filter(|section| section.kind == Kind::Quiz);
    let open = quizzes().find(|section| !progress.standing(&app.repo, section).is_solved());
    let none = || anyhow::anyhow!("this course has no quiz; `cargo xtask list` shows what it has");
    open.or_else(|| quizzes().last()).ok_or_else(none)
}

/// Asks the open questions, or all of them when none is open.
pub fn sit(app: &App, section: &Section, again: bool, seed: Option<u64>) -> Result<()> {
    let mut paper = Paper::load(&app.repo, section)?;
    let all = paper.questions().len();
    let open: Vec<usize> = (0..all).filter(|&i| !paper.is_right(i)).collect();
    let asked = if again || open.is_empty() { (0..all).collect() } else { open };
    let seed = seed.unwrap_or_else(|| RandomState::new().hash_one(0));
    print(&opening(app, section, &paper, asked.len()));
    asking::ask(app, &mut paper, &asked, seed, &Input::of_stdin())
}

fn opening(app: &App, section: &Section, paper: &Paper<'_>, asked: usize) -> String {
    let all = paper.questions().len();
    let state = match (paper.right(), asked) {
        (0, _) => format!("{all} questions"),
        (right, _) if right == all => {
            format!("all {all} are right; once more, and nothing is lost")
        }
        (right, asked) if asked == all => {
            format!("all {all} again; {right} are right, and stay so")
        }
        (right, asked) => format!("{right} of {all} are right; {asked} to go"),
    };
    format!("{} · {state}\n", app.title(section))
}

/// Checks the answers as they stand in the section's file, like any other code.
fn graded(app: &App, section: &Section) -> Result<Outcome> {
    let never = AtomicBool::new(false);
    let how = How { seed: None, cancelled: &never, own_group: false, on_error: &mut |_| {} };
    let graded = check::check(app, section, &mut Live::start(), how)?;
    let recorded = app.update(|p| p.record(&app.repo, section, &graded));
    let paint = app.paint;
    if graded.verdict == Verdict::Passed {
        print(&check::passed(app, section, &graded));
        print(&if recorded.is_some() { onwards(app) } else { String::new() });
        return Ok(Outcome::Holds);
    }
    if graded.verdict == Verdict::DoesNotCompile {
        print(&format!("\n{}", check::verdict(app, section, &graded, false)));
    }
    let file = app.repo.shown(&app.repo.learner_file(section));
    print(&format!(
        "\n{} of {} are right; what you answered is in {file}.\nThe open ones: {}\n",
        graded.points,
        graded.max,
        paint.cyan(&app.quiz_command(section)),
    ));
    Ok(Outcome::Fails)
}
