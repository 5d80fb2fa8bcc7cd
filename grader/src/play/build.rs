//! Building `play` in `.overlay/play`, or finding that it is built.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::AtomicBool;

use serde::{Deserialize, Serialize};

use super::{Plan, Whose, folder};
use crate::build::process::{self, Line};
use crate::build::stamp::Stamp;
use crate::build::{Build, cargo};
use crate::error::Error;
use crate::repo::Repo;

/// How a build came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Built {
    /// The program.
    Program(PathBuf),
    /// These crates of the learner's do not compile.
    Refused(Vec<String>),
}

/// What happens while cargo works.
pub enum Event<'a> {
    /// A library is being compiled: how many so far, and its name.
    Compiling(usize, &'a str),
    /// Cargo says something else, such as that it downloads.
    Says(&'a str),
}

/// A program that was built, and what it was made of.
#[derive(Deserialize, Serialize)]
struct Note {
    program: PathBuf,
    stamp: Stamp,
}

/// Builds it; at once when nothing has changed since the last time.
pub fn build(
    repo: &Repo,
    plan: &Plan,
    on_event: &mut dyn FnMut(Event<'_>),
) -> Result<Built, Error> {
    let overlay = repo.root().join(".overlay/play");
    let manifest = overlay.join("Cargo.toml");
    let note = overlay.join("built.json");
    if std::fs::read_to_string(&manifest).ok().as_ref() == Some(&plan.manifest) {
        if let Some(program) = still_built(&note) {
            return Ok(Built::Program(program));
        }
    } else {
        std::fs::create_dir_all(&overlay).map_err(Error::file("making the folder", &overlay))?;
        let lock = folder(repo).join("Cargo.lock");
        let locked = std::fs::read(&lock).map_err(Error::file("reading", &lock))?;
        write(&overlay.join("Cargo.lock"), &locked)?;
        write(&manifest, plan.manifest.as_bytes())?;
    }
    let built = with_cargo(repo, plan, &overlay, &manifest, on_event)?;
    if let Built::Program(program) = &built {
        // Without a note it is slower the next time, and that is all.
        let _ = keep(repo, program, &overlay, &note);
    }
    Ok(built)
}

fn write(path: &Path, content: &[u8]) -> Result<(), Error> {
    std::fs::write(path, content).map_err(Error::file("writing", path))
}

fn still_built(note: &Path) -> Option<PathBuf> {
    let note: Note = serde_json::from_slice(&std::fs::read(note).ok()?).ok()?;
    (note.program.is_file() && note.stamp.holds()).then_some(note.program)
}

/// Notes what the program was made of: its sources, as cargo lists them beside it, and the
/// manifests.
fn keep(repo: &Repo, program: &Path, overlay: &Path, note: &Path) -> std::io::Result<()> {
    let notes = std::fs::read_to_string(program.with_extension("d"))?;
    let Some(mut files) = sources(&notes) else { return Ok(()) };
    // One folder up from `src/` stands the manifest of each package.
    let manifests: Vec<PathBuf> = files
        .iter()
        .filter_map(|file| file.ancestors().find(|folder| folder.ends_with("src"))?.parent())
        .map(|package| package.join("Cargo.toml"))
        .collect();
    files.extend(manifests);
    let root = repo.root();
    files
        .extend(["Cargo.toml", "solutions/Cargo.toml", ".cargo/config.toml"].map(|f| root.join(f)));
    files.extend([overlay.join("Cargo.toml"), overlay.join("Cargo.lock"), program.to_owned()]);
    let kept = Note { program: program.to_owned(), stamp: Stamp::of(files) };
    std::fs::write(note, serde_json::to_vec(&kept)?)
}

/// The sources in a note of cargo's: `program: source source …`, a space in a path as `\ `.
fn sources(notes: &str) -> Option<Vec<PathBuf>> {
    let (_, list) = notes.lines().next()?.split_once(": ")?;
    let whole = list.replace("\\ ", "\0");
    Some(whole.split_whitespace().map(|file| file.replace('\0', " ").into()).collect())
}

fn with_cargo(
    repo: &Repo,
    plan: &Plan,
    overlay: &Path,
    manifest: &Path,
    on_event: &mut dyn FnMut(Event<'_>),
) -> Result<Built, Error> {
    let mut command = Command::new(cargo());
    command
        .current_dir(repo.root())
        .args(["build", "--release", "--message-format=json", "--color", "never"])
        .arg("--manifest-path")
        .arg(manifest);
    let never = AtomicBool::new(false);
    let build = Build {
        root: repo.root(),
        workspace: overlay,
        package: "play-overlay",
        colour: false,
        cancelled: &never,
        own_group: false,
    };
    let mut seen = Seen::default();
    let status = process::run(command, build, &mut |line| seen.take(line, on_event))?;
    if let Some(program) = seen.program.take().filter(|_| status.success()) {
        return Ok(Built::Program(program));
    }
    let refused = seen.refused(plan);
    match refused.is_empty() {
        true => Err(Error::Cargo(seen.words.join("\n").trim().to_owned())),
        false => Ok(Built::Refused(refused)),
    }
}

/// What cargo said so far.
#[derive(Default)]
struct Seen {
    program: Option<PathBuf>,
    compiled: usize,
    /// The errors: the target each is in, and the files it points at.
    errors: Vec<(String, Vec<String>)>,
    words: Vec<String>,
}

/// The parts of cargo's messages that matter here.
#[derive(Deserialize)]
struct Message {
    target: Option<Target>,
    message: Option<Rustc>,
    executable: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

#[derive(Deserialize)]
struct Rustc {
    level: String,
    rendered: Option<String>,
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct Span {
    file_name: String,
}

impl Seen {
    fn take(&mut self, line: Line, on_event: &mut dyn FnMut(Event<'_>)) {
        match line {
            Line::Out(line) => {
                if let Ok(message) = serde_json::from_str::<Message>(&line) {
                    self.message(message);
                }
            }
            Line::Err(line) => {
                let words: Vec<&str> = line.split_whitespace().collect();
                match words.as_slice() {
                    ["Compiling", name, ..] => {
                        self.compiled += 1;
                        on_event(Event::Compiling(self.compiled, name));
                    }
                    ["Downloading" | "Downloaded" | "Updating" | "Locking" | "Adding", ..] => {
                        on_event(Event::Says(line.trim()));
                    }
                    ["Blocking", ..] => {
                        on_event(Event::Says("waiting: another cargo is at work in this folder"));
                    }
                    ["Finished", ..] => {}
                    _ => self.words.push(line),
                }
            }
        }
    }

    fn message(&mut self, message: Message) {
        self.program = message.executable.or(self.program.take());
        let (Some(target), Some(rustc)) = (message.target, message.message) else { return };
        if rustc.level.starts_with("error") {
            let files = rustc.spans.into_iter().map(|span| span.file_name).collect();
            self.errors.push((target.name, files));
            self.words.extend(rustc.rendered);
        }
    }

    /// The crates of the learner's that the errors are about: those that do not compile
    /// themselves, and those whose functions have another signature than `play` calls.
    fn refused(&self, plan: &Plan) -> Vec<String> {
        let own = plan.parts.iter().filter(|part| part.whose == Whose::Yours);
        own.map(|part| part.package.clone())
            .filter(|package| {
                let caller = format!("guarded/{package}.rs");
                self.errors.iter().any(|(target, files)| {
                    *target == package.replace('-', "_")
                        || files.iter().any(|file| file.replace('\\', "/").ends_with(&caller))
                })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Part;
    use super::*;

    #[test]
    fn cargos_notes_are_read() {
        let notes = "/a b/llmlings-play: /a\\ b/x.rs /c/y.rs C:\\d\\z.rs\n";
        let files = sources(notes).expect("they are read");
        assert_eq!(files, ["/a b/x.rs", "/c/y.rs", "C:\\d\\z.rs"].map(PathBuf::from));
    }

    #[test]
    fn an_error_is_laid_at_the_door_of_its_section() {
        let part = |package: &str, whose| Part { id: "1.3".into(), package: package.into(), whose };
        let parts = vec![
            part("bpe", Whose::Yours),
            part("block", Whose::Yours),
            part("output", Whose::Yours),
            part("forward", Whose::Reference(None)),
        ];
        let plan = Plan { parts, manifest: String::new() };
        let mut seen = Seen::default();
        assert!(seen.refused(&plan).is_empty());
        let error = |target: &str, file: &str| {
            format!(
                r#"{{"reason":"compiler-message","target":{{"name":"{target}"}},"message":{{"level":"error","rendered":"no","spans":[{{"file_name":"{file}"}}]}}}}"#
            )
        };
        // In the section itself, and in the file of `play` that calls it.
        for line in [
            error("bpe", "exercises/ch1/03_bpe/src/lib.rs"),
            error("llmlings-play", "../../xtask/play/src/guarded/block.rs"),
            error("forward", "solutions/ch2/02_forward/src/lib.rs"),
        ] {
            seen.take(Line::Out(line), &mut |_| {});
        }
        assert_eq!(seen.refused(&plan), ["bpe", "block"]);
        assert_eq!(seen.words, ["no", "no", "no"]);
    }
}
