//! What can go wrong outside a learner's code: what was given, what was expected, what to do.

use std::path::{Path, PathBuf};

/// Something that keeps the grader from giving a verdict. Exit code 2.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum Error {
    #[error(
        "no course here: neither {0} nor a folder above it has a course.toml.\nGo to the folder you cloned llmlings into and try again."
    )]
    NoCourse(PathBuf),

    #[error("{path} is not what it should be: {why}\nPut it back with `git checkout -- {file}`.", file = path.file_name().unwrap_or_default().to_string_lossy())]
    BrokenCourse { path: PathBuf, why: String },

    #[error("there is no section `{given}`.{suggestion}\n`cargo xtask list` shows them all.")]
    UnknownSection { given: String, suggestion: String },

    #[error(
        "section {id}, \"{title}\", is not written yet: it is listed as coming.\n`cargo xtask list` shows the sections that are there."
    )]
    Coming { id: String, title: String },

    #[error("{path} is missing.\nBring it back with `{remedy}`.")]
    Missing { path: String, remedy: String },

    #[error("{path} holds {} MB; a section is a few kilobytes of Rust, so this is something else.\nStart over from the stub with `cargo xtask reset {id}` (your file is kept in a backup).", size >> 20)]
    TooLarge { path: String, size: u64, id: String },

    #[error(
        "{path} is broken, and cargo cannot go on:\n\n{cargo}\n\nIt is not a file to edit. Put it back with `{remedy}`."
    )]
    BrokenManifest { path: String, cargo: String, remedy: String },

    #[error(
        "cargo could not build the section:\n\n{0}\n\n`cargo xtask doctor` says what is wrong with this machine or checkout."
    )]
    Cargo(String),

    #[error("cannot start cargo ({0}).\nIs the Rust toolchain installed? See https://rustup.rs")]
    NoCargo(std::io::Error),

    #[error(
        "the checks of {id} do not compile, which is a bug of the course, not of your code:\n\n{why}"
    )]
    BrokenChecks { id: String, why: String },

    #[error(transparent)]
    Checks(#[from] harness::StartError),

    #[error("{action} {path} did not work: {source}")]
    File { action: &'static str, path: PathBuf, source: std::io::Error },

    #[error(
        "cannot write to {path}: {source}\nIs the checkout read-only, or the disk full? Progress and backups live in that folder; your verdict above still stands."
    )]
    ReadOnly { path: PathBuf, source: std::io::Error },

    #[error(
        "{path} was written by a newer llmlings (version {found}; this one knows {known}).\nUpdate with `git pull`. The file is left as it is."
    )]
    NewerProgress { path: PathBuf, found: u64, known: u64 },

    #[error("there is nothing to undo{0}.")]
    NothingToUndo(String),

    #[error("there is no backup number {0}.\n`cargo xtask undo --list` shows what is kept.")]
    NoSuchBackup(u32),

    #[error("this copy of the course comes without solutions: {0} is not there.")]
    NoSolution(PathBuf),

    #[error(
        "section {0} already has the reference in place.\nPut the code that was there back with `cargo xtask swap {0} --back`."
    )]
    AlreadySwapped(String),

    #[error("section {0} is not swapped: the code there is the learner's own.")]
    NotSwapped(String),

    #[error("section {id}, \"{title}\", is no quiz.\nThe quizzes are {quizzes}.")]
    NoQuiz { id: String, title: String, quizzes: String },

    #[error("stopped")]
    Cancelled,
}

impl Error {
    /// For `map_err`: an I/O error with what was tried and where.
    pub fn file(action: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Error {
        let path = path.to_owned();
        move |source| Error::File { action, path, source }
    }
}
