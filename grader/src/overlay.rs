//! The overlay: a third workspace in which other code stands in a section's place for one
//! run. Nothing of the learner's is touched.

use std::path::Path;

use crate::backup::copy_parts;
use crate::course::Section;
use crate::error::Error;
use crate::repo::{Place, Repo};

/// Lays a section out in the overlay: manifest and `src/` of `from`, and for `src/lib.rs`
/// this text if one is given.
pub fn lay(repo: &Repo, section: &Section, from: &Path, lib: Option<&str>) -> Result<(), Error> {
    let workspace = repo.workspace(Place::Overlay);
    let target = repo.section(Place::Overlay, section);
    let _ = std::fs::remove_dir_all(&target);
    for name in ["Cargo.toml", "Cargo.lock"] {
        copy(&repo.root().join("solutions").join(name), &workspace.join(name))?;
    }
    copy_parts(from, &target)?;
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
    std::fs::write(to, content).map_err(Error::file("writing", to))
}
