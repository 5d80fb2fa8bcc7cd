//! `course.toml`, the one source of truth: chapters, sections, functions, hints.

use std::path::Path;

use serde::Deserialize;

use crate::error::Error;

/// The whole course.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// The course's name.
    pub title: String,
    /// How fast a lesson is read; holds its length to its minutes.
    pub words_per_minute: usize,
    /// The chapters, in order.
    #[serde(rename = "chapter")]
    pub chapters: Vec<Chapter>,
    /// The sections of all chapters, in the order a learner meets them.
    #[serde(rename = "section")]
    pub sections: Vec<Section>,
}

/// A chapter.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// The number that its sections' ids begin with.
    pub number: u32,
    /// Its title.
    pub title: String,
}

/// What a section is.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Something to read and to build.
    Lesson,
    /// Six questions.
    Quiz,
}

impl Kind {
    /// As `--json` gives it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Lesson => "lesson",
            Kind::Quiz => "quiz",
        }
    }
}

/// A section: one lesson or quiz, one crate.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The stable id, such as `1.3`: progress is kept under it.
    pub id: String,
    /// Where it lives below `exercises/`, such as `ch1/03_bpe`.
    pub slug: String,
    /// Its crate; absent while the section is still to be written.
    #[serde(rename = "crate")]
    pub package: Option<String>,
    /// Lesson or quiz.
    pub kind: Kind,
    /// How long it takes to read.
    pub minutes: u32,
    /// Its title.
    pub title: String,
    /// What it says, in a sentence.
    pub blurb: String,
    /// What can be earned in it: the sum of its rubric.
    #[serde(default)]
    pub points: u32,
    /// What was learned, in a sentence, for the moment it passes.
    #[serde(default)]
    pub learned: String,
    /// Whether the learner's model is whole with it: on a pass it writes a story.
    #[serde(default)]
    pub finale: bool,
    /// The functions that the learner writes, in order.
    #[serde(default, rename = "function")]
    pub functions: Vec<Function>,
}

/// A function that the learner writes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Function {
    /// Its name in `src/lib.rs`.
    pub name: String,
    /// The heading of the lesson that it belongs to.
    pub lesson: String,
    /// From a nudge to nearly the answer.
    pub hints: Vec<String>,
}

impl Course {
    /// Reads the course from the repository's root.
    pub fn load(root: &Path) -> Result<Course, Error> {
        let path = root.join("course.toml");
        let text = std::fs::read_to_string(&path).map_err(Error::file("reading", &path))?;
        let course: Course = toml::from_str(&text)
            .map_err(|e| Error::BrokenCourse { path: path.clone(), why: e.to_string() })?;
        course.validate().map_err(|why| Error::BrokenCourse { path, why })?;
        Ok(course)
    }

    fn validate(&self) -> Result<(), String> {
        for (i, section) in self.sections.iter().enumerate() {
            if self.sections[..i].iter().any(|s| s.id == section.id || s.slug == section.slug) {
                return Err(format!("two sections are called {} or {}", section.id, section.slug));
            }
            if !self.chapters.iter().any(|c| c.number == section.chapter()) {
                return Err(format!("section {} belongs to no chapter", section.id));
            }
        }
        if self.written().next().is_none() {
            return Err("no section is written: none has a `crate`".to_owned());
        }
        Ok(())
    }

    /// The sections that are there, in order.
    pub fn written(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(|s| s.package.is_some())
    }

    /// The sections of one chapter, those to come included.
    pub fn of_chapter(&self, number: u32) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(move |s| s.chapter() == number)
    }

    /// The section that somebody calls `1.3`, `bpe`, `ch1/03_bpe` or `03_bpe`, written or not.
    pub fn find_any(&self, name: &str) -> Result<&Section, Error> {
        let wanted = name.trim().trim_end_matches('/').trim_start_matches("exercises/");
        let found = self.sections.iter().find(|s| s.names().contains(&wanted));
        found.ok_or_else(|| Error::UnknownSection {
            given: name.to_owned(),
            suggestion: self
                .nearest(wanted)
                .map(|s| format!(" Did you mean {} ({})?", s.id, s.title))
                .unwrap_or_default(),
        })
    }

    /// The same, among those that are written.
    pub fn find(&self, name: &str) -> Result<&Section, Error> {
        let section = self.find_any(name)?;
        if section.package.is_none() {
            return Err(Error::Coming { id: section.id.clone(), title: section.title.clone() });
        }
        Ok(section)
    }

    fn nearest(&self, wanted: &str) -> Option<&Section> {
        let distance = |s: &Section| {
            s.names()
                .iter()
                .map(|n| {
                    strsim::damerau_levenshtein(n, wanted) * 2 - usize::from(n.starts_with(wanted))
                })
                .min()
                .unwrap_or(usize::MAX)
        };
        self.sections
            .iter()
            .min_by_key(|s| distance(s))
            .filter(|s| distance(s) <= wanted.len().max(3))
    }
}

impl Section {
    /// The number of the chapter it belongs to.
    pub fn chapter(&self) -> u32 {
        self.id.split('.').next().and_then(|n| n.parse().ok()).unwrap_or(0)
    }

    /// Whether it is written.
    pub fn is_written(&self) -> bool {
        self.package.is_some()
    }

    /// The name of its crate; empty while it is still to be written.
    pub fn package(&self) -> &str {
        self.package.as_deref().unwrap_or_default()
    }

    /// The function with this name.
    pub fn function(&self, name: &str) -> Option<&Function> {
        self.functions.iter().find(|f| f.name == name)
    }

    /// All that it may be called.
    fn names(&self) -> Vec<&str> {
        let folder = self.slug.rsplit('/').next().unwrap_or_default();
        let mut names = vec![self.id.as_str(), self.slug.as_str(), folder];
        names.extend(folder.split_once('_').map(|(_, word)| word));
        names.extend(self.package.as_deref());
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course() -> Course {
        Course::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).expect("the course loads")
    }

    #[test]
    fn a_section_goes_by_many_names() {
        for name in ["1.3", "bpe", "ch1/03_bpe", "03_bpe", "exercises/ch1/03_bpe/"] {
            assert_eq!(course().find(name).expect(name).id, "1.3");
        }
    }

    #[test]
    fn an_unknown_name_gets_the_nearest_suggested() {
        let text = |name: &str| course().find(name).expect_err("unknown").to_string();
        assert!(text("bpr").contains("Did you mean 1.3 (Byte pair encoding)?"), "{}", text("bpr"));
        assert!(text("3.1").contains("Did you mean"), "{}", text("3.1"));
        assert!(!text("supercalifragilistic").contains("Did you mean"));
    }

    #[test]
    fn a_section_to_come_says_so() {
        // Every section is written one day; then there is nothing to hold here.
        let course = course();
        if let Some(section) = course.sections.iter().find(|s| !s.is_written()) {
            assert!(matches!(course.find(&section.id), Err(Error::Coming { .. })));
        }
    }
}
