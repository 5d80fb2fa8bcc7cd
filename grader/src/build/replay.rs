//! Telling rustc again what cargo told it, when nothing but the learner's code has changed.
//!
//! cargo spends on every build what it takes to find out what there is to do. Here that is
//! known: the section's library and its check program, both with the very commands that
//! cargo used. A recipe is those commands and a stamp of everything else that has a say
//! (manifests, lock file, libraries, the tooling's own sources, rustc). When the stamp no
//! longer fits, or anything at all is out of the ordinary, cargo builds as ever.
//!
//! What is made here goes into a folder of its own: cargo's files are read, never written.

use std::fs::File;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::stamp::Stamp;
use super::step::Step;
use super::{Build, Built, Diagnostic, Event, relink};
use crate::error::Error;
use crate::fingerprint::files_below;

/// How to build a section's checks without cargo.
#[derive(Deserialize, Serialize)]
pub struct Recipe {
    library: Step,
    checks: Step,
    /// What has to be as it was.
    stamp: Stamp,
}

impl Recipe {
    /// Makes a recipe of the commands that cargo ran, if both are among them, and keeps it.
    pub fn keep(build: Build<'_>, commands: &[String]) {
        // Windows quotes its commands in a way of its own; there, cargo builds every time.
        if cfg!(windows) {
            return;
        }
        let steps: Vec<Step> = commands.iter().filter_map(|c| Step::parse(c)).collect();
        let named = |name: &str| {
            let of_this = |s: &&Step| {
                s.variable("CARGO_PKG_NAME") == Some(build.package)
                    && s.after("--crate-name") == Some(name)
            };
            steps.iter().find(of_this).cloned()
        };
        let library = named(&build.package.replace('-', "_"));
        let (Some(library), Some(checks)) = (library, named("check")) else { return };
        let Some(own) = Folder::of(build, &library) else { return };
        let stamp = stamp(build, &[&library, &checks]);
        let recipe =
            Recipe { library: own.redirected(&library), checks: own.redirected(&checks), stamp };
        let kept = std::fs::create_dir_all(&own.path)
            .and_then(|()| std::fs::write(own.recipe(), serde_json::to_vec(&recipe)?));
        // Without a recipe it is slower, and that is all.
        let _ = kept;
    }

    /// The recipe of this section, if there is one and it still holds.
    pub fn load(build: Build<'_>) -> Option<Recipe> {
        let text = std::fs::read(Folder::named(build)?.recipe()).ok()?;
        let recipe: Recipe = serde_json::from_slice(&text).ok()?;
        (recipe.stamp.holds() && recipe.stamp.covers(&fixed_files(build))).then_some(recipe)
    }

    /// Builds; `None` when cargo should do it after all.
    pub fn follow(
        &self,
        build: Build<'_>,
        on_event: &mut dyn FnMut(Event<'_>),
    ) -> Result<Option<Built>, Error> {
        let Some(folder) = Folder::named(build) else { return Ok(None) };
        let Some(_lock) = folder.lock() else { return Ok(None) };
        let mut diagnostics = Vec::new();
        let compiles = self.library.run(build, true, &mut |diagnostic| {
            on_event(Event::Diagnostic(&diagnostic));
            diagnostics.push(diagnostic);
        })?;
        if !compiles {
            return Ok(refused(diagnostics));
        }
        let both = relink::Both { library: &self.library, checks: &self.checks };
        let program = match relink::program(build, both, &folder.path)? {
            Some(program) => Some(program),
            None => {
                if !self.checks.run(build, false, &mut |d| diagnostics.push(d))? {
                    return Ok(refused(diagnostics));
                }
                self.checks.output()
            }
        };
        let Some(program) = program.filter(|program| program.is_file()) else { return Ok(None) };
        let warnings = diagnostics.into_iter().filter(|d| d.in_library).collect();
        Ok(Some(Built::Program(program, warnings)))
    }
}

/// rustc's own words say why it stopped, or nothing does, and then cargo may know.
fn refused(diagnostics: Vec<Diagnostic>) -> Option<Built> {
    diagnostics.iter().any(|d| d.is_error).then_some(Built::Refused(diagnostics))
}

/// Where a section's recipe and what it makes are kept.
struct Folder {
    path: PathBuf,
}

impl Folder {
    /// Beside the folder that cargo used.
    fn of(build: Build<'_>, library: &Step) -> Option<Folder> {
        let made = Path::new(library.after("--out-dir")?).parent()?;
        Some(Folder { path: made.join("replay").join(key(build)) })
    }

    /// The same, when no command is at hand that names it: in the target folder.
    fn named(build: Build<'_>) -> Option<Folder> {
        let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
        Some(Folder { path: build.root.join(target).join("debug/replay").join(key(build)) })
    }

    fn recipe(&self) -> PathBuf {
        self.path.join("recipe.json")
    }

    /// Held while rustc writes here, so that two at once do not mix.
    fn lock(&self) -> Option<File> {
        let file = File::create(self.path.join("lock")).ok()?;
        file.lock().ok()?;
        Some(file)
    }

    /// The step with everything that it writes in this folder.
    fn redirected(&self, step: &Step) -> Step {
        let theirs = step.after("--out-dir").unwrap_or_default().to_owned();
        let own = self.path.to_string_lossy().into_owned();
        let library = step.variable("CARGO_PKG_NAME").unwrap_or_default().replace('-', "_");
        let linked = format!("{library}={theirs}/");
        let mut step = step.clone();
        let mut previous = String::new();
        for argument in &mut step.arguments {
            let before = std::mem::replace(&mut previous, argument.clone());
            if before == "--out-dir" {
                argument.clone_from(&own);
            } else if let Some(file) = argument.strip_prefix(&linked) {
                *argument = format!("{library}={own}/{file}");
            } else if argument.starts_with("incremental=") {
                *argument = format!("incremental={own}/incremental");
            } else if argument.starts_with("--emit=") {
                // What only cargo would read.
                *argument = "--emit=link".to_owned();
            }
        }
        if step.after("--crate-name") == Some("check") {
            // The checks do not change with the learner's code: one object is linked sooner.
            step.arguments.extend(["-C".to_owned(), "codegen-units=1".to_owned()]);
        }
        step
    }
}

/// One folder for each package of each workspace.
fn key(build: Build<'_>) -> String {
    let workspace = build.workspace.strip_prefix(build.root).unwrap_or(build.workspace);
    let workspace = workspace.to_string_lossy().replace(['/', '\\', '.'], "_");
    format!("{workspace}-{}", build.package)
}

/// Everything but the section's own sources and its checks, which are compiled every time.
fn stamp(build: Build<'_>, steps: &[&Step]) -> Stamp {
    let mut files = fixed_files(build);
    for step in steps {
        files.push(step.program.clone());
        // The section's own library is made anew by each build.
        let own = step.variable("CARGO_PKG_NAME").unwrap_or_default().replace('-', "_");
        let is_own = |path: &PathBuf| {
            path.file_name().is_some_and(|n| n.to_string_lossy().starts_with(&format!("lib{own}-")))
        };
        files.extend(step.libraries().filter(|path| !is_own(path)));
        files.extend(step.variable("CARGO_MANIFEST_PATH").map(PathBuf::from));
    }
    Stamp::of(files)
}

/// The files that every recipe depends on.
fn fixed_files(build: Build<'_>) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for folder in ["plain", "harness", "support", "mistakes", "encoder", "quiz"] {
        files.extend(files_below(&build.root.join("grader").join(folder)));
    }
    files.extend(files_below(&build.root.join("model/src")));
    for folder in [build.root, build.workspace] {
        files.extend(["Cargo.toml", "Cargo.lock"].map(|name| folder.join(name)));
    }
    files.push(build.root.join(".cargo/config.toml"));
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMAND: &str = "CARGO_PKG_NAME=bpe CARGO_PKG_DESCRIPTION='two words' /bin/rustc --crate-name check --edition=2024 src/lib.rs -C extra-filename=-1a2b --out-dir /t/debug/deps -C incremental=/t/debug/incremental --extern bpe=/t/debug/deps/libbpe-3c.rlib --extern harness=/t/debug/deps/libharness-4d.rlib --check-cfg 'cfg(docsrs,test)'";

    #[test]
    fn what_is_written_is_redirected_and_what_is_read_is_not() {
        let folder = Folder { path: "/own".into() };
        let step = folder.redirected(&Step::parse(COMMAND).expect("it is understood"));
        let text = step.arguments.join(" ");
        assert!(text.contains("--out-dir /own -C incremental=/own/incremental"), "{text}");
        assert!(text.contains("bpe=/own/libbpe-3c.rlib"), "{text}");
        assert!(text.contains("harness=/t/debug/deps/libharness-4d.rlib"), "{text}");
    }
}
