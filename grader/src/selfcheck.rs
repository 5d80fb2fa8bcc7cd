//! The course tests itself: six proofs for every section.
//!
//! 1. The stub compiles without a warning and fails every check ([`stubs`]).
//! 2. The solution passes every check ([`solutions`]); clippy is run by whoever calls this.
//! 3. Every planted mistake is caught and named ([`mistakes`]).
//! 4. Exercise and solution promise the same, with examples that hold ([`contracts`]).
//! 5. The lesson is there, as long as promised, and its links lead somewhere ([`lessons`]).
//! 6. What is made from `course.toml` is what it says ([`crate::generated`]).
//!
//! A quiz has questions instead of functions, and its own proofs in place of 3 and 5 ([`quizzes`]).

mod contracts;
mod lessons;
mod mistakes;
mod quizzes;
mod solutions;
mod stubs;
mod workspaces;

use std::path::Path;
use std::sync::atomic::AtomicBool;

use crate::course::{Course, Kind, Section};
use crate::error::Error;
use crate::generated;
use crate::grade::{self, Graded};
use crate::overlay;
use crate::repo::{Place, Repo};

/// One thing that was proven, or was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The section's id, or what else it is about.
    pub about: String,
    /// What holds.
    pub claim: String,
    /// Why it does not, and what mends it.
    pub failure: Option<Failure>,
}

/// A claim that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What was found.
    pub why: String,
    /// What to do.
    pub fix: String,
    /// A note for whoever edited their own checkout, not a fault of the course.
    pub only_a_note: bool,
}

/// How to check.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// Only this section.
    pub only: Option<&'a Section>,
    /// Demand that `exercises/` hold the stubs, as the repository ships them.
    pub pristine: bool,
    /// Bring stubs and pictures up to date instead of comparing them.
    pub bless: bool,
}

/// Collects proofs and tells of each as it comes.
pub(crate) struct Checker<'a> {
    repo: &'a Repo,
    course: &'a Course,
    options: Options<'a>,
    tell: &'a mut dyn FnMut(&Proof),
}

/// Runs all proofs; `tell` hears of each.
pub fn run(
    repo: &Repo,
    course: &Course,
    options: Options<'_>,
    tell: &mut dyn FnMut(&Proof),
) -> Result<(), Error> {
    let solutions = repo.workspace(Place::Solution).join("Cargo.toml");
    if !solutions.is_file() {
        return Err(Error::NoSolution(solutions));
    }
    let mut checker = Checker { repo, course, options, tell };
    for section in course.written() {
        if options.only.is_some_and(|only| only.id != section.id) {
            continue;
        }
        contracts::check(&mut checker, section)?;
        if section.kind == Kind::Lesson {
            lessons::check(&mut checker, section)?;
        }
        stubs::check(&mut checker, section)?;
        match section.kind {
            Kind::Lesson => {
                solutions::check(&mut checker, section)?;
                mistakes::check(&mut checker, section)?;
            }
            // The questions first: with `--bless` they make the solution.
            Kind::Quiz => {
                quizzes::check(&mut checker, section)?;
                solutions::check(&mut checker, section)?;
            }
        }
    }
    workspaces::check(&mut checker)?;
    let rewritten = generated::write(repo, course)?;
    let failure = (!rewritten.is_empty()).then(|| Failure {
        why: format!("{} said something else; it is rewritten now", rewritten.join(" and ")),
        fix: "look at it with `git diff` and commit it".to_owned(),
        only_a_note: false,
    });
    checker.tell("course", "README.md and SUMMARY.md are what course.toml says", failure);
    Ok(())
}

impl Checker<'_> {
    fn tell(&mut self, about: &str, claim: impl Into<String>, failure: Option<Failure>) {
        let proof = Proof { about: about.to_owned(), claim: claim.into(), failure };
        (self.tell)(&proof);
    }

    /// Tells a claim that holds when there is nothing to say against it.
    fn claim(&mut self, section: &Section, claim: &str, against: Vec<String>, fix: String) {
        let failure = (!against.is_empty()).then(|| Failure {
            why: against.join("\n"),
            fix,
            only_a_note: false,
        });
        self.tell(&section.id, claim, failure);
    }

    /// Grades what is laid out in a place.
    fn grade(&self, section: &Section, place: Place) -> Result<Graded, Error> {
        let never = AtomicBool::new(false);
        let mut checks = harness::Options::default();
        if self.options.bless && place == Place::Solution {
            for (name, value) in [("LLMLINGS_BLESS", "1"), ("INSTA_UPDATE", "always")] {
                checks.environment.push((name.to_owned(), value.to_owned()));
            }
        }
        let options =
            grade::Options { place, checks, colour: false, cancelled: &never, own_group: false };
        grade::grade(self.repo, section, &options, &mut |_| {})
    }

    /// Grades this text in the section's place, with the manifest and other files of `from`.
    fn grade_text(
        &self,
        section: &Section,
        from: &Path,
        lib: Option<&str>,
    ) -> Result<Graded, Error> {
        overlay::lay(self.repo, section, from, lib)?;
        self.grade(section, Place::Overlay)
    }

    fn read(&self, path: &Path) -> Result<String, Error> {
        let text = std::fs::read_to_string(path).map_err(Error::file("reading", path))?;
        Ok(text.replace("\r\n", "\n"))
    }
}
