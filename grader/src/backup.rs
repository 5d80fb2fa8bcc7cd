//! Nothing a learner wrote is lost: what a command replaces is kept first, numbered, and
//! `undo` brings it back.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use crate::course::Section;
use crate::error::Error;
use crate::fingerprint::files_below;
use crate::repo::{Place, Repo};

/// A copy of a section's code, from before a command replaced it.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Backup {
    /// Counted up from 1.
    pub number: u32,
    /// The id of the section.
    pub section: String,
    /// The command that replaced it: `reset`, `undo`, `swap`.
    pub command: String,
    /// When, in seconds since 1970.
    pub time: u64,
    /// Whether it was brought back already.
    #[serde(default)]
    pub restored: bool,
}

impl Backup {
    /// How long ago, in words.
    pub fn age(&self) -> String {
        let seconds = now().saturating_sub(self.time);
        match seconds {
            0..60 => "just now".to_owned(),
            60..3600 => format!("{} min ago", seconds / 60),
            3600..86_400 => format!("{} h ago", seconds / 3600),
            _ => format!("{} days ago", seconds / 86_400),
        }
    }
}

fn now() -> u64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |d| d.as_secs())
}

/// The parts of a section's folder that commands replace.
const PARTS: [&str; 2] = ["Cargo.toml", "src"];

/// The backups of this checkout, oldest first.
pub fn all(repo: &Repo) -> Vec<Backup> {
    let mut backups: Vec<Backup> = std::fs::read_dir(folder(repo))
        .map(|entries| entries.flatten().filter_map(|e| read(&e.path())).collect())
        .unwrap_or_default();
    backups.sort_by_key(|b| b.number);
    backups
}

fn folder(repo: &Repo) -> PathBuf {
    repo.state().join("backups")
}

fn path(repo: &Repo, number: u32) -> PathBuf {
    folder(repo).join(format!("{number:04}"))
}

fn read(folder: &Path) -> Option<Backup> {
    serde_json::from_slice(&std::fs::read(folder.join("backup.json")).ok()?).ok()
}

/// Keeps what stands in a section's folder now. `None` when nothing does.
pub fn keep(repo: &Repo, section: &Section, command: &str) -> Result<Option<Backup>, Error> {
    let from = repo.section(Place::Exercise, section);
    if files_below(&from.join("src")).is_empty() {
        return Ok(None);
    }
    let number = all(repo).last().map_or(1, |b| b.number + 1);
    let target = path(repo, number);
    let read_only = |source| Error::ReadOnly { path: repo.state(), source };
    std::fs::create_dir_all(&target).map_err(read_only)?;
    copy_parts(&from, &target)?;
    let backup = Backup {
        number,
        section: section.id.clone(),
        command: command.to_owned(),
        time: now(),
        restored: false,
    };
    // Written last: a folder without it is a copy that was cut short, and counts for nothing.
    note(repo, &backup)?;
    Ok(Some(backup))
}

fn note(repo: &Repo, backup: &Backup) -> Result<(), Error> {
    let file = path(repo, backup.number).join("backup.json");
    let text = serde_json::to_vec_pretty(backup).unwrap_or_default();
    std::fs::write(&file, text).map_err(|source| Error::ReadOnly { path: file, source })
}

/// Whether the section's code is the stub, so that there is nothing to reset.
pub fn is_stub(repo: &Repo, section: &Section) -> bool {
    same_parts(&repo.stub(section), &repo.section(Place::Exercise, section))
}

/// Puts the stub back; what stood there is kept. `None` when it is the stub already.
pub fn reset(repo: &Repo, section: &Section) -> Result<Option<Backup>, Error> {
    let stub = repo.stub(section);
    if !stub.join("src/lib.rs").is_file() {
        let path = repo.shown(&stub);
        return Err(Error::Missing { remedy: format!("git checkout -- {path}"), path });
    }
    let backup = keep(repo, section, "reset")?;
    replace_parts(&stub, &repo.section(Place::Exercise, section))?;
    Ok(backup)
}

/// Brings back the last backup, or the one with this number. What stood there is kept too.
pub fn undo<'c>(
    repo: &Repo,
    sections: &'c [Section],
    number: Option<u32>,
) -> Result<(Backup, &'c Section), Error> {
    let backups = all(repo);
    let mut backup = match number {
        Some(n) => backups.into_iter().find(|b| b.number == n).ok_or(Error::NoSuchBackup(n))?,
        None => backups
            .into_iter()
            .rfind(|b| !b.restored)
            .ok_or_else(|| Error::NothingToUndo(String::new()))?,
    };
    let section = sections.iter().find(|s| s.id == backup.section).ok_or_else(|| {
        Error::NothingToUndo(format!(
            ": backup {} is of section {}, which the course no longer has",
            backup.number, backup.section
        ))
    })?;
    keep(repo, section, "undo")?;
    replace_parts(&path(repo, backup.number), &repo.section(Place::Exercise, section))?;
    backup.restored = true;
    note(repo, &backup)?;
    Ok((backup, section))
}

fn swapped(repo: &Repo, section: &Section) -> PathBuf {
    repo.state().join("swapped").join(section.slug.replace('/', "_"))
}

/// Whether the reference stands in place of the learner's code.
pub fn is_swapped(repo: &Repo, section: &Section) -> bool {
    swapped(repo, section).join("src").is_dir()
}

/// Puts the reference in place of a section's code, which is kept aside whole.
pub fn swap_in(repo: &Repo, section: &Section) -> Result<(), Error> {
    let solution = repo.section(Place::Solution, section);
    if !solution.join("src/lib.rs").is_file() {
        return Err(Error::NoSolution(solution.join("src/lib.rs")));
    }
    if is_swapped(repo, section) {
        return Err(Error::AlreadySwapped(section.id.clone()));
    }
    let aside = swapped(repo, section);
    std::fs::create_dir_all(&aside)
        .map_err(|source| Error::ReadOnly { path: repo.state(), source })?;
    copy_parts(&repo.section(Place::Exercise, section), &aside)?;
    replace_parts(&solution, &repo.section(Place::Exercise, section))
}

/// Puts the learner's code back. If the reference was edited meanwhile, that is kept in a
/// backup, which is returned.
pub fn swap_back(repo: &Repo, section: &Section) -> Result<Option<Backup>, Error> {
    if !is_swapped(repo, section) {
        return Err(Error::NotSwapped(section.id.clone()));
    }
    let here = repo.section(Place::Exercise, section);
    let edited = !same_parts(&repo.section(Place::Solution, section), &here);
    let backup = if edited { keep(repo, section, "swap")? } else { None };
    let aside = swapped(repo, section);
    replace_parts(&aside, &here)?;
    std::fs::remove_dir_all(&aside).map_err(Error::file("removing", &aside))?;
    Ok(backup)
}

fn same_parts(a: &Path, b: &Path) -> bool {
    let content = |folder: &Path| -> Vec<(PathBuf, Option<Vec<u8>>)> {
        PARTS
            .iter()
            .flat_map(|part| files_below(&folder.join(part)))
            .map(|f| (f.strip_prefix(folder).unwrap_or(&f).to_owned(), std::fs::read(&f).ok()))
            .collect()
    };
    content(a) == content(b)
}

/// Copies `Cargo.toml` and `src/` over; files of the same name are replaced.
pub(crate) fn copy_parts(from: &Path, to: &Path) -> Result<(), Error> {
    for file in PARTS.iter().flat_map(|part| files_below(&from.join(part))) {
        let target = to.join(file.strip_prefix(from).unwrap_or(&file));
        if let Some(parent) = target.parent() {
            std::fs::create_dir_all(parent).map_err(Error::file("making the folder", parent))?;
        }
        let content = std::fs::read(&file).map_err(Error::file("reading", &file))?;
        // Written and not copied: a fresh time stamp tells cargo to compile it anew.
        std::fs::write(&target, content).map_err(Error::file("writing", &target))?;
    }
    Ok(())
}

/// Makes `to` hold these parts of `from` and no others. New files come first, so that at no
/// moment a section is without its code.
fn replace_parts(from: &Path, to: &Path) -> Result<(), Error> {
    copy_parts(from, to)?;
    for file in files_below(&to.join("src")) {
        let relative = file.strip_prefix(to).unwrap_or(&file);
        if !from.join(relative).exists() {
            std::fs::remove_file(&file).map_err(Error::file("removing", &file))?;
        }
    }
    Ok(())
}
