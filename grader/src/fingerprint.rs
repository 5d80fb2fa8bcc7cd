//! Which code was graded, and by which checks: hashes that progress keeps.

use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::Xxh3;

use crate::course::Section;
use crate::repo::{Place, Repo};

/// The learner's code: every file below the section's `src/`.
pub fn of_code(repo: &Repo, section: &Section) -> String {
    of_files(&[repo.section(Place::Exercise, section).join("src")])
}

/// What the section asks for: its checks, a quiz's questions, and its stub. It changes when an update of the
/// course changes the section.
pub fn of_section(repo: &Repo, section: &Section) -> String {
    of_files(&[repo.checks(section), repo.questions(section), repo.stub(section).join("src")])
}

/// The files below these paths, names and contents, in a fixed order.
fn of_files(paths: &[PathBuf]) -> String {
    let mut hash = Xxh3::new();
    for path in paths {
        for file in files_below(path) {
            let name = file.strip_prefix(path).unwrap_or(&file);
            for part in name.iter() {
                hash.update(part.to_string_lossy().as_bytes());
                hash.update(b"/");
            }
            let content = std::fs::read(&file).unwrap_or_default();
            // A checkout may turn line ends into CRLF; that changes nothing.
            let content: Vec<u8> = content.into_iter().filter(|&b| b != b'\r').collect();
            hash.update(&(content.len() as u64).to_le_bytes());
            hash.update(&content);
        }
    }
    format!("{:032x}", hash.digest128())
}

/// A path itself if it is a file, else the files below it, sorted.
pub fn files_below(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let mut entries: Vec<PathBuf> = std::fs::read_dir(path)
        .map(|entries| entries.flatten().map(|e| e.path()).collect())
        .unwrap_or_default();
    entries.sort();
    entries.iter().flat_map(|entry| files_below(entry)).collect()
}
