//! Building a section's checks with cargo: the program, or rustc's own words on why not.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc;
use std::time::Duration;

use process_wrap::std::CommandWrap;
use serde::Deserialize;

use crate::error::Error;

/// What to build and how.
#[derive(Clone, Copy)]
pub struct Build<'a> {
    /// The repository's root, where cargo finds its configuration.
    pub root: &'a Path,
    /// The workspace's folder.
    pub workspace: &'a Path,
    /// The section's crate.
    pub package: &'a str,
    /// Whether rustc's words come in colour.
    pub colour: bool,
    /// Set from another thread to stop.
    pub cancelled: &'a AtomicBool,
    /// Whether cargo gets a process group of its own, so that it can be stopped with all it
    /// started. Without one, Ctrl-C in the terminal reaches it directly.
    pub own_group: bool,
}

/// What rustc said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// As rustc renders it.
    pub rendered: String,
    /// Its first line's text.
    pub message: String,
    /// Error or warning.
    pub is_error: bool,
    /// Whether it is about the section's library (the learner's code) and not the checks.
    pub in_library: bool,
}

/// How a build came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Built {
    /// The check program, and what rustc warned of in the library.
    Program(PathBuf, Vec<Diagnostic>),
    /// It does not compile.
    Refused(Vec<Diagnostic>),
}

/// What happens while cargo works.
pub enum Event<'a> {
    /// A library is being compiled: how many so far, and its name. Only when something
    /// besides the section itself has to be.
    Compiling(usize, &'a str),
    /// rustc found something in the learner's code. Comes at once, before the build is over.
    Diagnostic(&'a Diagnostic),
}

enum Line {
    Out(String),
    Err(String),
}

/// Builds the check program of a section.
pub fn build(build: Build<'_>, on_event: &mut dyn FnMut(Event<'_>)) -> Result<Built, Error> {
    let mut command = Command::new(cargo());
    command
        .current_dir(build.root)
        .args(["build", "--package", build.package, "--test", "check"])
        .arg("--manifest-path")
        .arg(build.workspace.join("Cargo.toml"))
        .arg(match build.colour {
            true => "--message-format=json-diagnostic-rendered-ansi",
            false => "--message-format=json",
        })
        .args(["--color", "never"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut command = CommandWrap::from(command);
    if build.own_group {
        #[cfg(unix)]
        command.wrap(process_wrap::std::ProcessGroup::leader());
        #[cfg(windows)]
        command.wrap(process_wrap::std::JobObject);
    }
    let mut child = command.spawn().map_err(Error::NoCargo)?;
    let (sender, lines) = mpsc::channel();
    let readers = (child.stdout().take(), child.stderr().take());
    if let Some(out) = readers.0 {
        forward(out, sender.clone(), Line::Out);
    }
    if let Some(err) = readers.1 {
        forward(err, sender, Line::Err);
    }

    let mut seen = Seen::default();
    loop {
        match lines.recv_timeout(Duration::from_millis(10)) {
            Ok(line) => seen.take(line, build.package, on_event),
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
            Err(mpsc::RecvTimeoutError::Timeout) => {}
        }
        if build.cancelled.load(SeqCst) {
            let _ = child.kill();
            return Err(Error::Cancelled);
        }
    }
    let status = child.wait().map_err(Error::NoCargo)?;
    seen.result(status.success(), build.workspace)
}

/// The cargo that started us, or the one on the path.
pub fn cargo() -> std::ffi::OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

fn forward(
    from: impl std::io::Read + Send + 'static,
    to: mpsc::Sender<Line>,
    wrap: fn(String) -> Line,
) {
    std::thread::spawn(move || {
        for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
            if to.send(wrap(String::from_utf8_lossy(&line).into_owned())).is_err() {
                return;
            }
        }
    });
}

#[derive(Default)]
struct Seen {
    diagnostics: Vec<Diagnostic>,
    program: Option<PathBuf>,
    compiled: usize,
    errors: Vec<String>,
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
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Rustc {
    level: String,
    message: String,
    rendered: Option<String>,
}

impl Seen {
    fn take(&mut self, line: Line, package: &str, on_event: &mut dyn FnMut(Event<'_>)) {
        match line {
            Line::Out(line) => {
                if let Ok(message) = serde_json::from_str::<Message>(&line) {
                    self.message(message, on_event);
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
                    ["Finished", ..] => {}
                    _ => self.errors.push(line),
                }
            }
        }
    }

    fn message(&mut self, message: Message, on_event: &mut dyn FnMut(Event<'_>)) {
        if message.reason == "compiler-artifact" {
            self.program = message.executable.or(self.program.take());
            return;
        }
        let (Some(target), Some(rustc)) = (message.target, message.message) else { return };
        let is_error = rustc.level.starts_with("error");
        let counted = rustc.message.starts_with("aborting due to")
            || rustc.message.starts_with("For more information")
            || rustc.message.contains("warning emitted")
            || rustc.message.contains("warnings emitted");
        if counted || !(is_error || rustc.level == "warning") {
            return;
        }
        let diagnostic = Diagnostic {
            rendered: rustc.rendered.unwrap_or_else(|| rustc.message.clone()).trim_end().to_owned(),
            message: rustc.message,
            is_error,
            in_library: target.kind.iter().any(|k| k == "lib"),
        };
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
