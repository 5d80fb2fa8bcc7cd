//! `play`: a package apart from all others, built with the learner's code for every section
//! that passed and with the reference for the rest.
//!
//! What is built is a copy of `xtask/play/Cargo.toml` in `.overlay/play`, where the paths of
//! the passed sections lead to `exercises/` ([`template`]). It is written only when it has to
//! change, and while nothing it is made of changes, cargo is not even asked ([`build`]).

mod build;
mod template;

use std::path::PathBuf;

use crate::backup;
use crate::course::{Course, Section};
use crate::error::Error;
use crate::progress::{Progress, Standing};
use crate::repo::{Place, Repo};

pub use build::{Built, Event, build};
pub use template::Template;

/// Whose code stands for a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The learner's: it passed as it stands.
    Yours,
    /// The reference, and why if the section was solved once.
    Reference(Option<Why>),
    /// Nobody's: it is not passed, and this copy of the course has no reference.
    Nobodys(Option<Why>),
}

/// Why code that passed once is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Edited since it passed.
    Edited,
    /// The course changed the section since it passed.
    Changed,
    /// It does not compile here.
    Refused,
    /// The reference stands in its place.
    Swapped,
}

impl Why {
    /// In words, to stand in brackets after the section's id.
    pub fn words(self) -> &'static str {
        match self {
            Why::Edited => "edited since it passed",
            Why::Changed => "changed by the course since it passed",
            Why::Refused => "yours does not compile here",
            Why::Swapped => "swapped in",
        }
    }
}

/// A section that `play` is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The section's id, such as `1.3`.
    pub id: String,
    /// Its crate.
    pub package: String,
    /// Whose code.
    pub whose: Whose,
}

/// What to build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The sections, in the course's order.
    pub parts: Vec<Part>,
    /// The manifest in `.overlay/play`.
    pub manifest: String,
}

/// Finds out whose code stands for each section. `refused` are the crates of the learner's that
/// turned out not to compile.
pub fn plan(
    repo: &Repo,
    course: &Course,
    progress: &Progress,
    refused: &[String],
) -> Result<Plan, Error> {
    let template = Template::read(&folder(repo).join("Cargo.toml"))?;
    let mut parts = Vec::new();
    for dependency in &template.sections {
        let section = course.sections.iter().find(|s| s.slug == dependency.slug);
        let section = section.ok_or_else(|| Error::BrokenCourse {
            path: folder(repo).join("Cargo.toml"),
            why: format!("course.toml has no section with the folder {}", dependency.slug),
        })?;
        let package = dependency.package.clone();
        let whose = whose(repo, progress, section, refused.contains(&package));
        parts.push(Part { id: section.id.clone(), package, whose });
    }
    let manifest = template.filled(&|package| {
        parts
            .iter()
            .find(|p| p.package == package)
            .map_or(Whose::Nobodys(None), |p| p.whose.clone())
    });
    Ok(Plan { parts, manifest })
}

/// The package's folder; its sources are compiled from there.
fn folder(repo: &Repo) -> PathBuf {
    repo.root().join("xtask/play")
}

fn whose(repo: &Repo, progress: &Progress, section: &Section, refused: bool) -> Whose {
    let why = match progress.standing(repo, section) {
        _ if backup::is_swapped(repo, section) => Some(Why::Swapped),
        Standing::Passed if refused => Some(Why::Refused),
        Standing::Passed => return Whose::Yours,
        Standing::Edited => Some(Why::Edited),
        Standing::Changed => Some(Why::Changed),
        Standing::Coming | Standing::NotStarted | Standing::InProgress => None,
    };
    match repo.section(Place::Solution, section).join("src/lib.rs").is_file() {
        true => Whose::Reference(why),
        false => Whose::Nobodys(why),
    }
}

impl Plan {
    /// The parts among these sections.
    pub fn among<'p>(&'p self, ids: &'p [&str]) -> impl Iterator<Item = &'p Part> {
        self.parts.iter().filter(|part| ids.contains(&part.id.as_str()))
    }

    /// The ids of the learner's own sections.
    pub fn yours(&self) -> Vec<&str> {
        let own = self.parts.iter().filter(|part| part.whose == Whose::Yours);
        own.map(|part| part.id.as_str()).collect()
    }

    /// `yours: 1.3, 1.4 · reference: 2.1–2.6`, of these sections only.
    pub fn line(&self, ids: &[&str]) -> String {
        let (mut own, mut theirs) = (Vec::new(), Vec::new());
        for part in self.among(ids) {
            match &part.whose {
                Whose::Yours => own.push((part.id.as_str(), None)),
                Whose::Reference(why) | Whose::Nobodys(why) => {
                    theirs.push((part.id.as_str(), *why));
                }
            }
        }
        let named = [("yours", own), ("reference", theirs)];
        let groups = named.iter().filter(|(_, parts)| !parts.is_empty());
        let mut groups: Vec<String> =
            groups.map(|(name, parts)| format!("{name}: {}", joined(parts))).collect();
        // A pass is all that it takes.
        let again = |why: &Option<Why>| matches!(why, Some(Why::Edited | Why::Changed));
        if let Some((id, _)) = named[1].1.iter().find(|(_, why)| again(why)) {
            groups.push(format!("cargo xtask run {id} takes yours again"));
        }
        groups.join(" · ")
    }
}

/// `1.3, 1.6–1.8, 2.1 (edited since it passed)`: three and more in a row as a range.
fn joined(parts: &[(&str, Option<Why>)]) -> String {
    let follows = |a: &str, b: &str| {
        let number = |id: &str| {
            let (chapter, section) = id.split_once('.')?;
            Some((chapter.parse::<u32>().ok()?, section.parse::<u32>().ok()?))
        };
        number(a).zip(number(b)).is_some_and(|((c, n), (d, m))| c == d && n + 1 == m)
    };
    let mut words: Vec<String> = Vec::new();
    let mut rest = parts;
    while let Some(((first, why), others)) = rest.split_first() {
        if let Some(why) = why {
            words.push(format!("{first} ({})", why.words()));
            rest = others;
            continue;
        }
        let run = 1 + rest
            .windows(2)
            .take_while(|two| two[1].1.is_none() && follows(two[0].0, two[1].0))
            .count();
        if run >= 3 {
            words.push(format!("{first}–{}", rest[run - 1].0));
            rest = &rest[run..];
        } else {
            words.push((*first).to_owned());
            rest = others;
        }
    }
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_in_a_row_are_a_range() {
        let of = |ids: &[&'static str]| {
            joined(&ids.iter().map(|id| (*id, None)).collect::<Vec<(&str, Option<Why>)>>())
        };
        assert_eq!(of(&["1.3", "1.4"]), "1.3, 1.4");
        assert_eq!(of(&["1.1", "1.2", "1.3", "1.6"]), "1.1–1.3, 1.6");
        assert_eq!(of(&["1.8", "1.9", "1.10", "2.1", "2.2"]), "1.8–1.10, 2.1, 2.2");
        assert_eq!(of(&[]), "");
    }

    #[test]
    fn a_reason_keeps_a_section_out_of_a_range() {
        let parts = [("2.1", None), ("2.2", Some(Why::Edited)), ("2.3", None), ("2.4", None)];
        assert_eq!(joined(&parts), "2.1, 2.2 (edited since it passed), 2.3, 2.4");
    }
}
