//! A build by cargo: its messages as they come, and the commands it gave to rustc.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use super::process::{self, Line};
use super::{Build, Built, Diagnostic, Event, Rustc};
use crate::error::Error;

/// The cargo that started us, or the one on the path.
pub fn cargo() -> std::ffi::OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Builds the check program, and gives the commands that cargo gave to rustc for it.
pub fn build(
    build: Build<'_>,
    on_event: &mut dyn FnMut(Event<'_>),
) -> Result<(Built, Vec<String>), Error> {
    let mut command = Command::new(cargo());
    command
        .current_dir(build.root)
        .args(["build", "-vv", "--package", build.package, "--test", "check"])
        .arg("--manifest-path")
        .arg(build.workspace.join("Cargo.toml"))
        .arg(match build.colour {
            true => "--message-format=json-diagnostic-rendered-ansi",
            false => "--message-format=json",
        })
        .args(["--color", "never"]);
    let mut seen = Seen::default();
    let status =
        process::run(command, build, &mut |line| seen.take(line, build.package, on_event))?;
    let commands = std::mem::take(&mut seen.commands);
    Ok((seen.result(status.success(), build.workspace)?, commands))
}

#[derive(Default)]
struct Seen {
    diagnostics: Vec<Diagnostic>,
    program: Option<PathBuf>,
    compiled: usize,
    errors: Vec<String>,
    commands: Vec<String>,
}

/// The parts of cargo's messages that matter here.
#[derive(Deserialize)]
struct Message {
    reason: String,
    target: Option<Target>,
    message: Option<Rustc>,
    executable: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

impl Seen {
    fn take(&mut self, line: Line, package: &str, on_event: &mut dyn FnMut(Event<'_>)) {
        match line {
            Line::Out(line) => {
                if let Ok(message) = serde_json::from_str::<Message>(&line) {
                    self.message(message, package, on_event);
                }
            }
            Line::Err(line) => {
                let words: Vec<&str> = line.split_whitespace().collect();
                match words.as_slice() {
                    ["Compiling", name, ..] => {
                        self.compiled += 1;
                        if *name != package {
                            on_event(Event::Compiling(self.compiled, name));
                        }
                    }
                    ["Downloading" | "Downloaded" | "Updating" | "Locking" | "Adding", ..] => {
                        on_event(Event::Compiling(self.compiled, line.trim()));
                    }
                    ["Blocking", ..] => on_event(Event::Compiling(
                        self.compiled,
                        "waiting: another cargo is at work in this folder",
                    )),
                    ["Running", ..] => {
                        let command = line.trim().trim_start_matches("Running `");
                        self.commands.push(command.trim_end_matches('`').to_owned());
                    }
                    ["Finished" | "Fresh" | "Dirty", ..] => {}
                    _ => self.errors.push(line),
                }
            }
        }
    }

    fn message(&mut self, message: Message, package: &str, on_event: &mut dyn FnMut(Event<'_>)) {
        if message.reason == "compiler-artifact" {
            self.program = message.executable.or(self.program.take());
            return;
        }
        let (Some(target), Some(rustc)) = (message.target, message.message) else { return };
        let is_library = target.kind.iter().any(|k| k == "lib");
        let in_library = is_library && target.name == package.replace('-', "_");
        let Some(diagnostic) = rustc.diagnostic(in_library) else { return };
        if diagnostic.in_library {
            on_event(Event::Diagnostic(&diagnostic));
        }
        self.diagnostics.push(diagnostic);
    }

    fn result(mut self, success: bool, workspace: &Path) -> Result<Built, Error> {
        if let Some(program) = self.program.take().filter(|_| success) {
            let warnings = self.diagnostics.into_iter().filter(|d| d.in_library).collect();
            return Ok(Built::Program(program, warnings));
        }
        if self.diagnostics.iter().any(|d| d.is_error) {
            return Ok(Built::Refused(self.diagnostics));
        }
        let words = self.errors.join("\n").trim().to_owned();
        match broken_manifest(&words, workspace) {
            Some((path, remedy)) => Err(Error::BrokenManifest { path, cargo: words, remedy }),
            None => Err(Error::Cargo(words)),
        }
    }
}

/// Which manifest cargo stumbled over, and the command that puts it back. A section's own is
/// looked for first: the root's is named too, as the one that refers to it.
fn broken_manifest(words: &str, workspace: &Path) -> Option<(String, String)> {
    let member = words.split_once("workspace member `").and_then(|(_, rest)| rest.split_once('`'));
    let member = member.map(|(folder, _)| Path::new(folder).join("Cargo.toml"));
    let quoted = words.split('`').filter(|part| part.ends_with("Cargo.toml")).map(PathBuf::from);
    let path = member.into_iter().chain(quoted).find(|p| p.starts_with(workspace))?;
    let relative: Vec<_> =
        path.strip_prefix(workspace).ok()?.iter().map(|p| p.to_string_lossy()).collect();
    let relative = relative.join("/");
    let remedy = format!("git checkout -- {relative}");
    Some((relative, remedy))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_manifest_is_named_with_its_remedy() {
        let workspace = Path::new("/course");
        let words = "error: failed to parse manifest at `/course/exercises/ch1/03_bpe/Cargo.toml`";
        let (path, remedy) = broken_manifest(words, workspace).expect("it is named");
        assert_eq!(path, "exercises/ch1/03_bpe/Cargo.toml");
        assert_eq!(remedy, "git checkout -- exercises/ch1/03_bpe/Cargo.toml");
        let words = "error: unclosed table\n --> exercises/ch1/03_bpe/Cargo.toml:1:9\nerror: failed to load manifest for workspace member `/course/exercises/ch1/03_bpe`\nreferenced via `exercises/*/*` by workspace at `/course/Cargo.toml`";
        let (path, _) = broken_manifest(words, workspace).expect("it is named");
        assert_eq!(path, "exercises/ch1/03_bpe/Cargo.toml");
        assert_eq!(broken_manifest("error: no network", workspace), None);
    }
}
