//! Progress: one small versioned file, keyed by section ids, written whole or not at all.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use harness::Verdict;
use serde::{Deserialize, Serialize};

use crate::course::{Course, Section};
use crate::error::Error;
use crate::fingerprint;
use crate::grade::Graded;
use crate::repo::Repo;

/// The version of the file that this program writes.
const VERSION: u64 = 1;

/// What is known of a learner's way through the course.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub struct Progress {
    version: u64,
    #[serde(default)]
    sections: BTreeMap<String, Entry>,
}

/// What is known of one section.
#[derive(Clone, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
pub struct Entry {
    /// Whether the lesson was shown.
    #[serde(default)]
    pub read: bool,
    /// The last verdict.
    #[serde(default)]
    pub last: Option<Last>,
    /// How many hints of each function were shown.
    #[serde(default)]
    pub hints: BTreeMap<String, usize>,
}

/// The last verdict on a section.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub struct Last {
    /// What it was.
    pub verdict: Verdict,
    /// Points earned.
    pub points: u32,
    /// Points that could be earned.
    pub max: u32,
    /// The first function with a check that does not hold.
    pub open: Option<String>,
    /// The hash of the code that was graded.
    pub code: String,
    /// The hash of what the section asked for then.
    pub section: String,
}

/// Where a section stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Not written yet.
    Coming,
    /// Never checked, or nothing of it done.
    NotStarted,
    /// Checked, and not all holds.
    InProgress,
    /// Solved.
    Passed,
    /// Solved, and edited since.
    Edited,
    /// Solved, and then the course was updated under it: to be checked again.
    Changed,
}

impl Standing {
    /// As `--json` gives it.
    pub fn name(self) -> &'static str {
        match self {
            Standing::Coming => "coming",
            Standing::NotStarted => "not_started",
            Standing::InProgress => "failed",
            Standing::Passed => "passed",
            Standing::Edited => "edited",
            Standing::Changed => "changed",
        }
    }

    /// Whether it counts as solved.
    pub fn is_solved(self) -> bool {
        matches!(self, Standing::Passed | Standing::Edited)
    }
}

/// The progress file of a checkout.
pub struct Store {
    folder: PathBuf,
}

/// What was read, and what had to be said on the way.
pub struct Loaded {
    /// The progress.
    pub progress: Progress,
    /// What the learner should know, such as that a damaged file was set aside.
    pub notice: Option<String>,
}

impl Store {
    /// The store of this repository.
    pub fn of(repo: &Repo) -> Store {
        Store { folder: repo.state() }
    }

    /// The file.
    pub fn path(&self) -> PathBuf {
        self.folder.join("progress.json")
    }

    /// Reads the file. A damaged one is set aside under another name, never deleted.
    pub fn load(&self) -> Result<Loaded, Error> {
        let path = self.path();
        let text = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Loaded { progress: Progress::default(), notice: None });
            }
            Err(e) => return Err(Error::File { action: "reading", path, source: e }),
        };
        let found = serde_json::from_slice::<serde_json::Value>(&text)
            .ok()
            .and_then(|v| v.get("version")?.as_u64());
        if let Some(found) = found.filter(|&v| v > VERSION) {
            return Err(Error::NewerProgress { path, found, known: VERSION });
        }
        match serde_json::from_slice(&text) {
            Ok(progress) => Ok(Loaded { progress, notice: None }),
            Err(why) => {
                Ok(Loaded { progress: Progress::default(), notice: Some(self.set_aside(&why)) })
            }
        }
    }

    fn set_aside(&self, why: &serde_json::Error) -> String {
        let aside = (1..)
            .map(|n| self.folder.join(format!("progress.damaged-{n}.json")))
            .find(|p| !p.exists())
            .unwrap_or_else(|| self.folder.join("progress.damaged.json"));
        let kept = match std::fs::rename(self.path(), &aside) {
            Ok(()) => format!("It is kept as {}.", aside.display()),
            Err(e) => format!("It could not be moved aside ({e})."),
        };
        format!(
            "The progress file was damaged ({why}). {kept}\n\
             Your code is untouched: `cargo xtask verify` checks every section and rebuilds the progress."
        )
    }

    /// Changes the progress: reads, changes and writes under a lock, so that two commands at
    /// once lose nothing.
    pub fn update<R>(&self, change: impl FnOnce(&mut Progress) -> R) -> Result<(R, Loaded), Error> {
        let read_only = |source| Error::ReadOnly { path: self.folder.clone(), source };
        std::fs::create_dir_all(&self.folder).map_err(read_only)?;
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(self.folder.join("lock"))
            .map_err(read_only)?;
        lock.lock().map_err(read_only)?;
        let mut loaded = self.load()?;
        let before = loaded.progress.clone();
        let result = change(&mut loaded.progress);
        if loaded.progress != before || loaded.notice.is_some() {
            write_whole(&self.path(), &loaded.progress).map_err(read_only)?;
        }
        Ok((result, loaded))
    }
}

/// Writes beside the file and renames, so that no reader ever sees half of it.
fn write_whole(path: &Path, progress: &Progress) -> std::io::Result<()> {
    use std::io::Write;
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    serde_json::to_writer_pretty(&mut file, progress)?;
    file.write_all(b"\n")?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

impl Default for Progress {
    fn default() -> Progress {
        Progress { version: VERSION, sections: BTreeMap::new() }
    }
}

impl Progress {
    /// What is known of a section.
    pub fn of(&self, section: &Section) -> Option<&Entry> {
        self.sections.get(&section.id)
    }

    /// The same, to be changed.
    pub fn of_mut(&mut self, section: &Section) -> &mut Entry {
        self.sections.entry(section.id.clone()).or_default()
    }

    /// Whether nothing was ever recorded.
    pub fn is_fresh(&self) -> bool {
        self.sections.values().all(|e| e.last.is_none())
    }

    /// Records a verdict.
    pub fn record(&mut self, repo: &Repo, section: &Section, graded: &Graded) {
        let entry = self.of_mut(section);
        if graded.verdict == Verdict::Passed {
            entry.hints.clear();
        }
        entry.last = Some(Last {
            verdict: graded.verdict,
            points: graded.points,
            max: graded.max,
            open: graded.report.first_open().map(|c| c.function.clone()),
            code: graded.code.clone(),
            section: fingerprint::of_section(repo, section),
        });
    }

    /// Where a section stands, its files on disk held against what was graded.
    pub fn standing(&self, repo: &Repo, section: &Section) -> Standing {
        if !section.is_written() {
            return Standing::Coming;
        }
        let Some(last) = self.of(section).and_then(|e| e.last.as_ref()) else {
            return Standing::NotStarted;
        };
        match last.verdict {
            Verdict::NotStarted => Standing::NotStarted,
            Verdict::Failed | Verdict::DoesNotCompile => Standing::InProgress,
            Verdict::Passed if last.section != fingerprint::of_section(repo, section) => {
                Standing::Changed
            }
            Verdict::Passed if last.code != fingerprint::of_code(repo, section) => Standing::Edited,
            Verdict::Passed => Standing::Passed,
        }
    }

    /// The points earned in a section so far.
    pub fn points(&self, section: &Section) -> u32 {
        self.of(section).and_then(|e| e.last.as_ref()).map_or(0, |l| l.points)
    }

    /// Whether a section's lesson was shown.
    pub fn is_read(&self, section: &Section) -> bool {
        self.of(section).is_some_and(|e| e.read)
    }

    /// The section to work on: the first that is written and not solved.
    pub fn current<'c>(&self, repo: &Repo, course: &'c Course) -> Option<&'c Section> {
        course.written().find(|s| !self.standing(repo, s).is_solved())
    }

    /// How many written sections are solved.
    pub fn solved(&self, repo: &Repo, course: &Course) -> usize {
        course.written().filter(|s| self.standing(repo, s).is_solved()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = Store { folder: folder.path().join(".llmlings") };
        (folder, store)
    }

    fn mark_read(progress: &mut Progress, id: &str) {
        progress.sections.entry(id.to_owned()).or_default().read = true;
    }

    #[test]
    fn what_is_written_is_read_again() {
        let (_folder, store) = store();
        store.update(|p| mark_read(p, "1.1")).expect("it can be written");
        assert!(store.load().expect("it can be read").progress.sections["1.1"].read);
    }

    #[test]
    fn a_damaged_file_is_set_aside_and_said_so() {
        let (_folder, store) = store();
        store.update(|p| mark_read(p, "1.1")).expect("it can be written");
        let text = std::fs::read_to_string(store.path()).expect("it is there");
        std::fs::write(store.path(), &text[..text.len() / 2]).expect("it can be truncated");
        let loaded = store.load().expect("a damaged file is no error");
        assert_eq!(loaded.progress, Progress::default());
        assert!(loaded.notice.expect("it is said").contains("progress.damaged-1.json"));
        let aside = store.folder.join("progress.damaged-1.json");
        assert_eq!(std::fs::read_to_string(aside).expect("it is kept"), text[..text.len() / 2]);
    }

    #[test]
    fn a_file_from_a_newer_version_is_left_alone() {
        let (_folder, store) = store();
        std::fs::create_dir_all(&store.folder).expect("a folder");
        let newer = r#"{"version": 99, "something": "else"}"#;
        std::fs::write(store.path(), newer).expect("it can be written");
        assert!(matches!(store.load(), Err(Error::NewerProgress { found: 99, .. })));
        assert!(store.update(|p| mark_read(p, "1.1")).is_err());
        assert_eq!(std::fs::read_to_string(store.path()).expect("it is there"), newer);
    }

    #[test]
    fn two_writers_at_once_lose_nothing() {
        let (_folder, store) = store();
        std::thread::scope(|scope| {
            for n in 0..8 {
                let store = &store;
                scope.spawn(move || store.update(|p| mark_read(p, &format!("1.{n}"))).map(|_| ()));
            }
        });
        assert_eq!(store.load().expect("it can be read").progress.sections.len(), 8);
    }
}
