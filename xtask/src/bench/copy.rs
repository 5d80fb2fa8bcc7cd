//! A copy of the course to measure on.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use grader::backup;
use grader::course::Section;
use grader::{Place, Repo};

use crate::app::App;

/// What is not the course: build products, history, a learner's own state.
const NOT_COPIED: [&str; 4] = ["target", ".git", ".llmlings", ".overlay"];

/// A copy of the course in a temporary folder, gone when this is.
pub struct Copy {
    folder: PathBuf,
    repo: Repo,
}

impl Copy {
    /// Copies the course, with the stubs in `exercises/`.
    pub fn make(app: &App) -> Result<Copy> {
        let folder = std::env::temp_dir().join(format!("llmlings-bench-{}", std::process::id()));
        copy_tree(app.repo.root(), &folder)?;
        let copy = Copy { repo: Repo::find(&folder)?, folder };
        for section in app.course.written() {
            backup::reset(&copy.repo, section)?;
        }
        Ok(copy)
    }

    /// cargo, called in the copy as a learner would, and without our own settings.
    pub fn cargo(&self) -> Command {
        let mut command = Command::new(grader::build::cargo());
        command.current_dir(&self.folder).env_remove("CARGO_TARGET_DIR").env("NO_COLOR", "1");
        command
    }

    /// The runner itself, as `cargo xtask` built it here.
    pub fn runner(&self) -> PathBuf {
        self.folder.join(format!("target/debug/xtask{}", std::env::consts::EXE_SUFFIX))
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The learner's file of a section.
    pub fn file(&self, section: &Section) -> PathBuf {
        self.repo.learner_file(section)
    }

    /// The solution's file of a section.
    pub fn solution(&self, section: &Section) -> PathBuf {
        self.repo.section(Place::Solution, section).join("src/lib.rs")
    }

    /// What a section's code uses besides the standard library: the names under
    /// `[dependencies]` in its manifest, as rustc knows them.
    pub fn dependencies(&self, section: &Section) -> Result<Vec<String>> {
        let manifest = self.repo.section(Place::Exercise, section).join("Cargo.toml");
        let text =
            std::fs::read_to_string(&manifest).with_context(|| manifest.display().to_string())?;
        let lines = text.lines().skip_while(|line| *line != "[dependencies]").skip(1);
        let lines = lines.take_while(|line| !line.starts_with('['));
        let name = |line: &str| Some(line.split(['.', ' ', '=']).next()?.replace('-', "_"));
        Ok(lines
            .filter(|line| !line.starts_with('#'))
            .filter_map(name)
            .filter(|n| !n.is_empty())
            .collect())
    }

    /// A library that was built here, the last one built, from the folder in which its own
    /// libraries lie too.
    pub fn library(&self, name: &str) -> Option<PathBuf> {
        let start = format!("lib{name}-");
        let files = std::fs::read_dir(self.libraries()).ok()?.flatten().map(|entry| entry.path());
        let of_it = |path: &PathBuf| {
            let file = path.file_name().unwrap_or_default().to_string_lossy();
            file.starts_with(&start) && file.ends_with(".rlib")
        };
        files.filter(of_it).max_by_key(|path| path.metadata().and_then(|m| m.modified()).ok())
    }

    /// Where libraries are built.
    pub fn libraries(&self) -> PathBuf {
        self.folder.join("target/debug/deps")
    }

    /// Where a program may be written that nobody runs.
    pub fn scratch(&self) -> PathBuf {
        self.folder.join("target/scratch")
    }

    /// Takes away everything that was built.
    pub fn empty_target(&self) -> Result<()> {
        let target = self.folder.join("target");
        if target.exists() {
            std::fs::remove_dir_all(&target).with_context(|| target.display().to_string())?;
        }
        Ok(())
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn copy_tree(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to).with_context(|| to.display().to_string())?;
    for entry in std::fs::read_dir(from)?.flatten() {
        let name = entry.file_name();
        if NOT_COPIED.iter().any(|skip| name == *skip) {
            continue;
        }
        let target = to.join(&name);
        if entry.file_type()?.is_dir() {
            copy_tree(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), &target).with_context(|| target.display().to_string())?;
        }
    }
    Ok(())
}
