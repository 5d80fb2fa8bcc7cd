//! The overlay: a third workspace in which other code stands in a section's place for one
//! run. Nothing of the learner's is touched.

use std::path::Path;

use crate::course::Section;
use crate::error::Error;
use crate::fingerprint::files_below;
use crate::repo::{Place, Repo};

/// Lays a section out in the overlay: manifest and `src/` of `from`, and for `src/lib.rs`
/// this text if one is given.
pub fn lay(repo: &Repo, section: &Section, from: &Path, lib: Option<&str>) -> Result<(), Error> {
    let workspace = repo.workspace(Place::Overlay);
    let target = repo.section(Place::Overlay, section);
    let solutions = repo.root().join("solutions");
    // cargo cuts the lock file down to the sections that are laid out here. One more section needs
    // the whole of it again, or it would be built with versions of its own.
    let (whole, last) = (solutions.join("Cargo.lock"), workspace.join("whole.lock"));
    if !target.is_dir() || std::fs::read(&whole).ok() != std::fs::read(&last).ok() {
        copy(&whole, &last)?;
        copy(&whole, &workspace.join("Cargo.lock"))?;
    }
    copy(&solutions.join("Cargo.toml"), &workspace.join("Cargo.toml"))?;
    copy(&from.join("Cargo.toml"), &target.join("Cargo.toml"))?;
    let (source, src) = (from.join("src"), target.join("src"));
    let _ = std::fs::remove_dir_all(&src);
    for file in files_below(&source) {
        copy(&file, &src.join(file.strip_prefix(&source).unwrap_or(&file)))?;
    }
    if let Some(text) = lib {
        let file = target.join("src/lib.rs");
        std::fs::write(&file, text).map_err(Error::file("writing", &file))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    if let Some(parent) = to.parent() {
        std::fs::create_dir_all(parent).map_err(Error::file("making the folder", parent))?;
    }
    let content = std::fs::read(from).map_err(Error::file("reading", from))?;
    // Left alone while it is the same: what was built by it is still good.
    if std::fs::read(to).is_ok_and(|there| there == content) {
        return Ok(());
    }
    std::fs::write(to, content).map_err(Error::file("writing", to))
}
