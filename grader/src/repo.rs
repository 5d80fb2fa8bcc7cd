//! Where things are: the repository's root and what lies below it.

use std::path::{Path, PathBuf};

use crate::course::Section;
use crate::error::Error;

/// The repository a command was called in.
#[derive(Clone, Debug)]
pub struct Repo {
    root: PathBuf,
}

/// Whose code: the workspace that a section is built in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The learner's own, in `exercises/`.
    Exercise,
    /// The reference, in `solutions/`.
    Solution,
    /// Code put in place of a section's for one run, in `.overlay/`.
    Overlay,
}

impl Repo {
    /// The repository that this folder lies in: the nearest `course.toml` upwards.
    pub fn find(from: &Path) -> Result<Repo, Error> {
        from.ancestors()
            .find(|folder| folder.join("course.toml").is_file())
            .map(|root| Repo { root: root.to_owned() })
            .ok_or_else(|| Error::NoCourse(from.to_owned()))
    }

    /// The root folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of the workspace in which a place's code is built.
    pub fn workspace(&self, place: Place) -> PathBuf {
        match place {
            Place::Exercise => self.root.clone(),
            Place::Solution => self.root.join("solutions"),
            Place::Overlay => self.root.join(".overlay"),
        }
    }

    /// A section's folder in a place.
    ///
    /// The overlay's has another name below its workspace than the same section has below
    /// `solutions/`: the workspaces share a target folder, and cargo tells packages apart by
    /// their path below the workspace.
    pub fn section(&self, place: Place, section: &Section) -> PathBuf {
        match place {
            Place::Exercise => self.root.join("exercises").join(&section.slug),
            Place::Solution => self.root.join("solutions").join(&section.slug),
            Place::Overlay => {
                self.root.join(".overlay/sections").join(section.slug.replace('/', "_"))
            }
        }
    }

    /// The file that a learner edits.
    pub fn learner_file(&self, section: &Section) -> PathBuf {
        self.section(Place::Exercise, section).join("src/lib.rs")
    }

    /// The lesson.
    pub fn lesson(&self, section: &Section) -> PathBuf {
        self.section(Place::Exercise, section).join("README.md")
    }

    /// The pristine stub: manifest and `src/`, as `reset` puts them back.
    pub fn stub(&self, section: &Section) -> PathBuf {
        self.root.join("grader/stubs").join(&section.slug)
    }

    /// The hidden checks.
    pub fn checks(&self, section: &Section) -> PathBuf {
        self.root.join("grader/checks").join(format!("{}.rs", section.slug))
    }

    /// The questions of a quiz, beside the checks that are made of them.
    pub fn questions(&self, section: &Section) -> PathBuf {
        self.checks(section).with_extension("toml")
    }

    /// The folder of the planted mistakes.
    pub fn mistakes(&self, section: &Section) -> PathBuf {
        self.root.join("grader/mistakes").join(&section.slug)
    }

    /// What belongs to this checkout alone: progress and backups.
    pub fn state(&self) -> PathBuf {
        self.root.join(".llmlings")
    }

    /// A path as the learner would type it at the root.
    pub fn shown(&self, path: &Path) -> String {
        let relative = path.strip_prefix(&self.root).unwrap_or(path);
        let parts: Vec<_> = relative.iter().map(|p| p.to_string_lossy()).collect();
        if relative.is_absolute() { relative.display().to_string() } else { parts.join("/") }
    }
}
