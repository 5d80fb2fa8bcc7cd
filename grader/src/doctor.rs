//! What is wrong with this machine or checkout, and the command that mends it.

use std::process::Command;

use crate::backup;
use crate::build::cargo;
use crate::course::{Course, Section};
use crate::fingerprint::files_below;
use crate::progress::Store;
use crate::repo::{Place, Repo};

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at.
    pub what: String,
    /// What is wrong and the command that mends it; `None` when nothing is.
    pub trouble: Option<Trouble>,
}

/// Something wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What.
    pub why: String,
    /// The command that mends it.
    pub remedy: String,
    /// Whether the course works all the same.
    pub only_a_note: bool,
}

fn fine(what: impl Into<String>) -> Finding {
    Finding { what: what.into(), trouble: None }
}

fn wrong(what: impl Into<String>, why: impl Into<String>, remedy: impl Into<String>) -> Finding {
    let trouble = Trouble { why: why.into(), remedy: remedy.into(), only_a_note: false };
    Finding { what: what.into(), trouble: Some(trouble) }
}

fn note(what: impl Into<String>, why: impl Into<String>, remedy: impl Into<String>) -> Finding {
    let trouble = Trouble { why: why.into(), remedy: remedy.into(), only_a_note: true };
    Finding { what: what.into(), trouble: Some(trouble) }
}

/// Looks at everything.
pub fn examine(repo: &Repo, course: &Course, needed_rust: &str) -> Vec<Finding> {
    let mut findings = vec![rust_version(needed_rust)];
    findings.extend([component("clippy", "clippy"), component("fmt", "rustfmt"), git(repo)]);
    findings.push(writable(repo));
    findings.push(progress(repo));
    for section in course.written() {
        findings.push(section_is_whole(repo, section));
    }
    findings.push(solutions(repo));
    findings
}

fn output(program: &std::ffi::OsStr, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn rust_version(needed: &str) -> Finding {
    let Some(version) = output("rustc".as_ref(), &["--version"]) else {
        return wrong("rustc", "it does not start", "see https://rustup.rs");
    };
    let numbers = |text: &str| -> Vec<u32> {
        text.split(['.', '-']).map_while(|part| part.parse().ok()).collect()
    };
    let found = version.split_whitespace().nth(1).unwrap_or_default();
    if numbers(found) < numbers(needed) {
        return wrong(
            "rustc",
            format!("it is {found}; the course needs {needed}"),
            "rustup update stable",
        );
    }
    fine(format!("rustc {found}"))
}

fn component(subcommand: &str, name: &str) -> Finding {
    match output(&cargo(), &[subcommand, "--version"]) {
        Some(_) => fine(name),
        None => note(
            name,
            "it is not installed; only `cargo xtask test` needs it",
            format!("rustup component add {name}"),
        ),
    }
}

fn git(repo: &Repo) -> Finding {
    let root = repo.root().to_string_lossy().into_owned();
    match output("git".as_ref(), &["-C", &root, "rev-parse", "--git-dir"]) {
        Some(_) => fine("a git checkout"),
        None => note(
            "git",
            "this folder is not a git checkout, so `git checkout -- FILE` cannot mend a file of the course",
            "clone the course instead of copying it",
        ),
    }
}

fn writable(repo: &Repo) -> Finding {
    let state = repo.state();
    let made =
        std::fs::create_dir_all(&state).and_then(|()| tempfile::NamedTempFile::new_in(&state));
    match made {
        Ok(_) => fine("progress and backups can be written"),
        Err(e) => wrong(
            "progress and backups",
            format!("nothing can be written to {}: {e}", state.display()),
            "make the checkout writable, or clone it into a folder that is",
        ),
    }
}

fn progress(repo: &Repo) -> Finding {
    match Store::of(repo).load() {
        Ok(loaded) => match loaded.notice {
            None => fine("the progress file"),
            Some(notice) => wrong("the progress file", notice, "cargo xtask verify"),
        },
        Err(e) => wrong("the progress file", e.to_string(), "git pull"),
    }
}

/// The folder, its manifest, its lesson, the files that are not the learner's.
fn section_is_whole(repo: &Repo, section: &Section) -> Finding {
    let what = format!("section {} ({})", section.id, section.title);
    let folder = repo.section(Place::Exercise, section);
    let shown = repo.shown(&folder);
    let reset = format!("cargo xtask reset {}", section.id);
    if !folder.is_dir() {
        return wrong(what, format!("{shown} is gone"), format!("git checkout -- {shown}"));
    }
    if !repo.lesson(section).is_file() {
        return wrong(what, "its lesson is gone", format!("git checkout -- {shown}/README.md"));
    }
    let stub = repo.stub(section);
    for file in files_below(&stub) {
        let relative = file.strip_prefix(&stub).unwrap_or(&file);
        let here = folder.join(relative);
        if relative.ends_with("lib.rs") {
            if !here.is_file() {
                return wrong(what, "its src/lib.rs is gone", reset);
            }
            continue;
        }
        if std::fs::read(&here).ok() != std::fs::read(&file).ok() {
            let path = repo.shown(&here);
            return wrong(
                what,
                format!("{path} is not as the course has it, and it is not one to edit"),
                format!("git checkout -- {path}"),
            );
        }
    }
    if backup::is_swapped(repo, section) {
        return note(
            what,
            "the reference stands in place of your code",
            format!("cargo xtask swap {} --back", section.id),
        );
    }
    fine(what)
}

fn solutions(repo: &Repo) -> Finding {
    match repo.root().join("solutions/Cargo.toml").is_file() {
        true => fine("solutions"),
        false => note(
            "solutions",
            "this copy comes without them; `solution`, `swap` and `selfcheck` have nothing to work with",
            "ask whoever handed it out",
        ),
    }
}
