//! A stamp of files: whether they are as they were.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

/// Files, each with the time it was changed and its size; nothing for one that is not there.
#[derive(Deserialize, Serialize)]
pub struct Stamp(BTreeMap<PathBuf, Option<(u128, u64)>>);

impl Stamp {
    /// As the files are now.
    pub fn of(files: impl IntoIterator<Item = PathBuf>) -> Stamp {
        Stamp(files.into_iter().map(|file| (state(&file), file)).map(|(s, f)| (f, s)).collect())
    }

    /// Whether none of them has changed.
    pub fn holds(&self) -> bool {
        self.0.iter().all(|(file, before)| state(file) == *before)
    }

    /// Whether it knows each of these files; one that is new was not there to be known.
    pub fn covers(&self, files: &[PathBuf]) -> bool {
        files.iter().all(|file| self.0.contains_key(file))
    }
}

fn state(file: &Path) -> Option<(u128, u64)> {
    let metadata = std::fs::metadata(file).ok()?;
    let time = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some((time.as_nanos(), metadata.len()))
}
