//! Building a section's checks: the program, or rustc's own words on why not.
//!
//! cargo builds it ([`cargo`]). What cargo told rustc is kept, and when only the learner's
//! code has changed since, rustc is told the same again, without cargo in between
//! ([`replay`]): on every save that is a quarter of the wait. Mostly even the checks need not
//! be compiled again, only linked ([`relink`]): another quarter.

mod cargo;
pub(crate) mod process;
mod relink;
mod replay;
pub(crate) mod stamp;
mod step;

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use serde::Deserialize;

use crate::error::Error;

pub use cargo::cargo;

/// What to build and how.
#[derive(Clone, Copy)]
pub struct Build<'a> {
    /// The repository's root, where cargo finds its configuration.
    pub root: &'a Path,
    /// The workspace's folder.
    pub workspace: &'a Path,
    /// The section's crate.
    pub package: &'a str,
    /// Whether rustc's words come in colour.
    pub colour: bool,
    /// Set from another thread to stop.
    pub cancelled: &'a AtomicBool,
    /// Whether cargo gets a process group of its own, so that it can be stopped with all it
    /// started. Without one, Ctrl-C in the terminal reaches it directly.
    pub own_group: bool,
}

/// What rustc said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// As rustc renders it.
    pub rendered: String,
    /// Its first line's text.
    pub message: String,
    /// Error or warning.
    pub is_error: bool,
    /// Whether it is about the section's library (the learner's code) and not the checks.
    pub in_library: bool,
}

/// How a build came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Built {
    /// The check program, and what rustc warned of in the library.
    Program(PathBuf, Vec<Diagnostic>),
    /// It does not compile.
    Refused(Vec<Diagnostic>),
}

/// What happens while cargo works.
pub enum Event<'a> {
    /// A library is being compiled: how many so far, and its name. Only when something
    /// besides the section itself has to be.
    Compiling(usize, &'a str),
    /// rustc found something in the learner's code. Comes at once, before the build is over.
    Diagnostic(&'a Diagnostic),
}

/// Builds the check program of a section.
pub fn build(build: Build<'_>, on_event: &mut dyn FnMut(Event<'_>)) -> Result<Built, Error> {
    if let Some(recipe) = replay::Recipe::load(build)
        && let Some(built) = recipe.follow(build, on_event)?
    {
        return Ok(built);
    }
    let (built, commands) = cargo::build(build, on_event)?;
    replay::Recipe::keep(build, &commands);
    Ok(built)
}

/// What rustc says of a piece of code, as JSON.
#[derive(Deserialize)]
struct Rustc {
    level: String,
    message: String,
    rendered: Option<String>,
}

impl Rustc {
    /// As a diagnostic; `None` for notes, and for lines that only count the others.
    fn diagnostic(self, in_library: bool) -> Option<Diagnostic> {
        let is_error = self.level.starts_with("error");
        let counts = self.message.starts_with("aborting due to")
            || self.message.starts_with("For more information")
            || self.message.contains("warning emitted")
            || self.message.contains("warnings emitted");
        if counts || !(is_error || self.level == "warning") {
            return None;
        }
        let rendered = self.rendered.unwrap_or_else(|| self.message.clone());
        let rendered = rendered.trim_end().to_owned();
        Some(Diagnostic { rendered, message: self.message, is_error, in_library })
    }
}
