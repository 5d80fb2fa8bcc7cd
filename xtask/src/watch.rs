//! `watch`: a verdict on every save.
//!
//! Three things can happen (a file changed, a key was pressed, a check came to its end), each
//! on a thread of its own, and one loop takes them in. The verdict on the screen always
//! belongs to what is on disk: a save during a check cancels it and starts again.

mod changes;
mod screen;
mod work;

use std::sync::mpsc;
use std::time::Duration;

use anyhow::Result;
use grader::course::{Kind, Section};
use grader::grade::Graded;
use harness::Verdict;

use crate::Outcome;
use crate::app::App;
use crate::{check, finale, hint, list, onwards, quiz, read};
use changes::Changes;
use screen::{Key, Screen};
use work::Work;

#[derive(clap::Args)]
pub struct Args {
    /// The section to begin with; the current one when left out
    section: Option<String>,
    /// Look at the files four times a second instead of waiting for the system's word
    #[arg(long)]
    poll: bool,
}

/// What the loop hears.
pub enum Heard {
    /// Something below `exercises/` may have changed.
    Changed,
    /// A key.
    Key(Key),
    /// rustc refused the code, and says why before the build is over. With the number of the check.
    Refused(u64, String),
    /// A check came to its end. With its number.
    Done(u64, Box<Result<Graded, grader::Error>>),
    /// The terminal, or whoever started this, wants it to end.
    Quit,
}

/// Watches until told to stop.
pub fn watch(app: &App, args: &Args) -> Result<Outcome> {
    let section = app.section(args.section.as_deref())?;
    let (sender, heard) = mpsc::channel();
    let stop = sender.clone();
    ctrlc::set_handler(move || {
        let _ = stop.send(Heard::Quit);
    })?;
    let changes = Changes::watch(app, args.poll, sender.clone());
    let screen = Screen::open(app.paint, sender.clone())?;
    let mut watcher =
        Watcher { app, section, changes, screen, work: Work::new(sender), solved: false };
    watcher.begin();
    watcher.listen(&heard)
}

struct Watcher<'a> {
    app: &'a App,
    section: &'a Section,
    changes: Changes,
    screen: Screen,
    work: Work,
    /// Whether the code on disk has passed.
    solved: bool,
}

impl<'a> Watcher<'a> {
    /// Starts a check of what is on disk now.
    fn begin(&mut self) {
        self.solved = false;
        self.changes.settle(self.app, self.section);
        self.screen.status(&format!("checking {} …", self.section.id));
        self.work.start(self.app, self.section);
    }

    fn listen(&mut self, heard: &mpsc::Receiver<Heard>) -> Result<Outcome> {
        loop {
            match heard.recv_timeout(self.changes.patience()) {
                Ok(Heard::Changed) => {
                    drain_until_quiet(heard, self)?;
                }
                Ok(Heard::Quit) | Err(mpsc::RecvTimeoutError::Disconnected) => {
                    return Ok(self.quit());
                }
                Ok(other) => {
                    if self.take(other)? {
                        return Ok(self.quit());
                    }
                }
                Err(mpsc::RecvTimeoutError::Timeout) => {}
            }
            if let Some(notice) = self.changes.missed(self.app, self.section) {
                self.screen.notice(&notice);
            }
            if self.changes.differ(self.app, self.section) {
                self.begin();
            }
        }
    }

    fn quit(&mut self) -> Outcome {
        self.work.cancel();
        self.screen.close();
        if self.solved { Outcome::Holds } else { Outcome::Fails }
    }

    /// Whether to stop.
    fn take(&mut self, heard: Heard) -> Result<bool> {
        match heard {
            Heard::Changed => {}
            Heard::Quit => return Ok(true),
            Heard::Refused(number, error) => {
                if self.work.is_current(number) {
                    self.screen.append(&format!("{error}\n"));
                }
            }
            Heard::Done(number, result) => {
                if self.work.is_current(number) {
                    self.done(*result);
                }
            }
            Heard::Key(key) => return self.key(key),
        }
        Ok(false)
    }

    fn done(&mut self, result: Result<Graded, grader::Error>) {
        self.work.finished();
        match result {
            Err(grader::Error::Cancelled) => {}
            // Saved while it was being checked: the verdict is not about what is on disk.
            Ok(_) if self.changes.differ(self.app, self.section) => self.begin(),
            Err(error) => self.screen.show(&format!("{error}\n"), &self.keys()),
            Ok(graded) => {
                let recorded = self.app.update(|p| p.record(&self.app.repo, self.section, &graded));
                self.solved = graded.verdict == Verdict::Passed;
                let text = self.verdict(&graded, recorded.is_some());
                self.screen.show(&text, &self.keys());
            }
        }
    }

    fn verdict(&self, graded: &Graded, recorded: bool) -> String {
        let app = self.app;
        let mut out = match graded.verdict {
            Verdict::NotStarted => format!("{}\n", app.card(self.section)),
            _ => format!("{}\n\n", app.title(self.section)),
        };
        out.push_str(&check::verdict(app, self.section, graded, false));
        if self.solved {
            out.push_str(&check::passed(app, self.section, graded));
            if recorded && let Ok(progress) = app.progress() {
                out.push_str(&format!("  {}\n", app.tally(&progress)));
            }
        } else {
            out.push_str(&format!("\n{}\n", check::sum(graded, app.paint)));
        }
        out
    }

    fn keys(&self) -> String {
        let next = if self.solved { "n next section · " } else { "" };
        let next = match self.section.finale && self.solved {
            true => format!("s your code writes a story · {next}"),
            false => next.to_owned(),
        };
        let help = match self.section.kind {
            Kind::Quiz => "a answer the questions",
            Kind::Lesson => "h hint",
        };
        format!("{next}{help} · o lesson · l list · r run again · q quit")
    }

    fn key(&mut self, key: Key) -> Result<bool> {
        match key {
            Key::Quit => return Ok(true),
            Key::Run => self.begin(),
            Key::List => {
                let table = list::as_table(self.app, &self.app.progress()?);
                self.screen.show(&table, &self.keys());
            }
            Key::Lesson => match read::lesson(self.app, self.section) {
                Ok(text) => {
                    self.app.update(|p| p.of_mut(self.section).read = true);
                    self.screen.page(&text);
                }
                Err(error) => self.screen.show(&format!("{error}\n"), &self.keys()),
            },
            Key::Hint => {
                let text = match hint::open_function(self.app, self.section, &self.app.progress()?)
                {
                    Ok(function) => hint::next_hint(self.app, self.section, function),
                    Err(error) => format!("{error}\n"),
                };
                self.screen.show(&text, &self.keys());
            }
            Key::Answer if self.section.kind == Kind::Quiz => {
                let (app, section) = (self.app, self.section);
                self.screen.clear();
                // What is written down meanwhile is a save like any other, and is checked.
                if let Err(error) = self.screen.lend(|| quiz::sit(app, section, false, None)) {
                    self.screen.notice(&error.to_string());
                }
                self.begin();
            }
            Key::Answer => {}
            Key::Story if self.section.finale && self.solved => {
                let app = self.app;
                self.screen.clear();
                self.screen.lend(|| finale::show(app));
                self.screen.keys(&self.keys());
            }
            Key::Story => {}
            Key::Next if self.solved => {
                let progress = self.app.progress()?;
                match progress.current(&self.app.repo, &self.app.course) {
                    Some(section) => {
                        self.section = section;
                        self.begin();
                    }
                    None => self.screen.show(&onwards::onwards(self.app), &self.keys()),
                }
            }
            Key::Next => self.screen.notice("not yet: some checks do not hold"),
        }
        Ok(false)
    }
}

/// Editors save in many ways: several events in a row are one save.
const QUIET: Duration = Duration::from_millis(20);

fn drain_until_quiet(heard: &mpsc::Receiver<Heard>, watcher: &mut Watcher<'_>) -> Result<()> {
    watcher.changes.heard();
    let mut left = 10;
    while let Ok(next) = heard.recv_timeout(QUIET) {
        if !matches!(next, Heard::Changed) && watcher.take(next)? {
            watcher.quit();
            std::process::exit(0);
        }
        left -= 1;
        if left == 0 {
            break;
        }
    }
    Ok(())
}
