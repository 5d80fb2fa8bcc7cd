//! What every command needs: the repository, the course, how to print.

use std::io::{IsTerminal, Write};
use std::process::exit;

use grader::progress::{Progress, Store};
use grader::{Course, Kind, Place, Repo, Section};
use harness::{Paint, wrap_to};

/// The command line's view of the world.
pub struct App {
    /// Where we are.
    pub repo: Repo,
    /// The course.
    pub course: Course,
    /// Colour, if standard output wants it.
    pub paint: Paint,
}

impl App {
    /// Finds the repository from the current folder and reads the course.
    pub fn new() -> anyhow::Result<App> {
        let repo = Repo::find(&std::env::current_dir()?)?;
        let course = Course::load(repo.root())?;
        Ok(App { repo, course, paint: Paint::of_stdout() })
    }

    /// The progress as it is on disk; what has to be said of it goes to standard error.
    pub fn progress(&self) -> anyhow::Result<Progress> {
        let loaded = Store::of(&self.repo).load()?;
        notice(loaded.notice);
        Ok(loaded.progress)
    }

    /// Changes the progress. When it cannot be written, that is said, and no more: what the
    /// command found out still stands.
    pub fn update<R>(&self, change: impl FnOnce(&mut Progress) -> R) -> Option<R> {
        match Store::of(&self.repo).update(change) {
            Ok((result, loaded)) => {
                notice(loaded.notice);
                Some(result)
            }
            Err(e) => {
                notice(Some(e.to_string()));
                None
            }
        }
    }

    /// The section with this name, or the current one.
    pub fn section(&self, name: Option<&str>) -> anyhow::Result<&Section> {
        match name {
            Some(name) => Ok(self.course.find(name)?),
            None => {
                let progress = self.progress()?;
                let current = progress.current(&self.repo, &self.course);
                Ok(current
                    .or_else(|| self.course.written().last())
                    .ok_or_else(|| anyhow::anyhow!("the course has no section yet"))?)
            }
        }
    }

    /// `1.3 Byte pair encoding`, as a title.
    pub fn title(&self, section: &Section) -> String {
        self.paint.bold(&format!("{} {}", section.id, section.title))
    }

    /// What a learner needs to begin a section.
    pub fn card(&self, section: &Section) -> String {
        let paint = self.paint;
        let row =
            |what: &str, how: &str| format!("  {}  {how}\n", paint.dim(&format!("{what:<6}")));
        let lesson = self.repo.shown(&self.repo.lesson(section));
        let file = self.repo.shown(&self.repo.learner_file(section));
        let mut card = format!("{} · {} min\n", self.title(section), section.minutes);
        for line in wrap_to(&section.blurb, 74) {
            card.push_str(&format!("{line}\n"));
        }
        card.push('\n');
        if section.kind == Kind::Quiz {
            card.push_str(&row("take", &paint.cyan(&self.quiz_command(section))));
            card.push_str(&row("kept", &format!("in {file}")));
            return card;
        }
        card.push_str(&row("read", &format!("{}   ({lesson})", paint.cyan("cargo xtask read"))));
        card.push_str(&row("write", &paint.cyan(&file)));
        card.push_str(&row(
            "check",
            &format!(
                "{}   or on every save: {}",
                paint.cyan("cargo xtask next"),
                paint.cyan("cargo xtask watch")
            ),
        ));
        card.push_str(&row("stuck?", &paint.cyan("cargo xtask hint")));
        card
    }

    /// What to type to take a section's quiz.
    pub fn quiz_command(&self, section: &Section) -> String {
        format!("cargo xtask quiz {}", section.chapter())
    }

    /// Whether this copy of the course comes with its solutions.
    pub fn has_solutions(&self) -> bool {
        self.repo.workspace(Place::Solution).join("Cargo.toml").is_file()
    }

    /// `2 of 3 done`.
    pub fn tally(&self, progress: &Progress) -> String {
        let (solved, all) =
            (progress.solved(&self.repo, &self.course), self.course.written().count());
        format!("{solved} of {all} done")
    }
}

fn notice(notice: Option<String>) {
    if let Some(text) = notice {
        crate::live::clear();
        eprintln!("{} {text}", paint_of_stderr().yellow("note:"));
    }
}

/// Colour for standard error.
pub fn paint_of_stderr() -> Paint {
    let plain = !std::io::stderr().is_terminal() || !Paint::of_stdout().is_on();
    if plain { Paint::PLAIN } else { Paint::COLOUR }
}

/// Prints to standard output. A reader that went away (`| head`) is no error.
pub fn print(text: &str) {
    let mut out = std::io::stdout();
    if out.write_all(text.as_bytes()).and_then(|()| out.flush()).is_err() {
        exit(0);
    }
}
