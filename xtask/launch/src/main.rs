//! What `cargo xtask` starts: builds the runner, showing that it does, and hands over to it.
//!
//! `cargo run --quiet` is silent while it compiles, and without `--quiet` it adds lines of its
//! own to every call. This program has no dependencies, so cargo builds it in a moment, and
//! it can do better: a line that moves while there is something to compile, nothing
//! otherwise, and cargo is not asked again when nothing has changed. solutions/ has a package of the same name made of this same file, so that
//! `cargo xtask` works from there too.

mod fresh;

use std::io::{BufRead, BufReader, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

fn main() -> ExitCode {
    match start() {
        Ok(code) => code,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

fn start() -> Result<ExitCode, String> {
    let here = std::env::current_dir().map_err(|e| format!("this folder cannot be read: {e}"))?;
    let root = here.ancestors().find(|folder| folder.join("course.toml").is_file()).ok_or(
        "`cargo xtask` belongs into the llmlings checkout: no folder above has a course.toml",
    )?;
    let program = runner().map_err(|e| format!("cannot find my own program: {e}"))?;
    if !fresh::is_fresh(&program, root)
        && let Err(why) = build(root)
    {
        // A broken manifest of one section keeps cargo from building anything. A runner that
        // was built before can still say what to do about it.
        if !(why.contains("manifest") && program.is_file()) {
            return Err(format!(
                "{why}\n\nThe runner could not be built. If a file of the course was changed: git checkout -- ."
            ));
        }
    }
    hand_over(&program)
}

/// The runner lies beside this program.
fn runner() -> std::io::Result<PathBuf> {
    Ok(std::env::current_exe()?.with_file_name(format!("xtask{}", std::env::consts::EXE_SUFFIX)))
}

fn build(root: &Path) -> Result<(), String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut child = Command::new(cargo)
        .current_dir(root)
        .args(["build", "--package", "xtask", "--color", "never"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|e| format!("cannot start cargo: {e}"))?;
    let mut said = String::new();
    let mut line = Status::default();
    if let Some(stderr) = child.stderr.take() {
        for text in BufReader::new(stderr).lines().map_while(Result::ok) {
            let words: Vec<&str> = text.split_whitespace().collect();
            match words.as_slice() {
                ["Compiling", name, ..] => line.compiling(name),
                ["Downloading" | "Downloaded" | "Updating" | "Locking" | "Blocking", ..] => {
                    line.show(text.trim());
                }
                ["Finished", ..] => {}
                _ => {
                    said.push_str(&text);
                    said.push('\n');
                }
            }
        }
    }
    let status = child.wait().map_err(|e| format!("cargo was lost: {e}"))?;
    line.end();
    if status.success() { Ok(()) } else { Err(said.trim_end().to_owned()) }
}

/// The line that shows that the first compile is going on.
struct Status {
    compiled: usize,
    start: Instant,
    shown: Option<Instant>,
    in_place: bool,
}

impl Default for Status {
    fn default() -> Status {
        let in_place = std::io::stderr().is_terminal();
        Status { compiled: 0, start: Instant::now(), shown: None, in_place }
    }
}

impl Status {
    fn compiling(&mut self, name: &str) {
        self.compiled += 1;
        let (count, seconds) = (self.compiled, self.start.elapsed().as_secs());
        self.show(&format!(
            "Compiling the course's runner, once: {count} crate{}, {seconds} s ({name})",
            if count == 1 { "" } else { "s" }
        ));
    }

    /// In place on a terminal; elsewhere a line every few seconds.
    fn show(&mut self, text: &str) {
        let mut out = std::io::stderr();
        if self.in_place {
            let _ = write!(out, "\r\x1b[2K{text}");
            let _ = out.flush();
            self.shown = Some(Instant::now());
        } else if self.shown.is_none_or(|at| at.elapsed() > Duration::from_secs(3)) {
            let _ = writeln!(out, "{text}");
            self.shown = Some(Instant::now());
        }
    }

    fn end(&self) {
        if self.in_place && self.shown.is_some() {
            let mut out = std::io::stderr();
            let _ = write!(out, "\r\x1b[2K");
            let _ = out.flush();
        }
    }
}

/// The runner takes this process's place, so that keys and signals reach it alone.
#[cfg(unix)]
fn hand_over(program: &Path) -> Result<ExitCode, String> {
    use std::os::unix::process::CommandExt;
    let error = Command::new(program).args(std::env::args_os().skip(1)).exec();
    Err(format!("cannot start the runner {}: {error}", program.display()))
}

/// The runner is waited for. Ctrl-C reaches it too, and it decides what becomes of it.
#[cfg(not(unix))]
fn hand_over(program: &Path) -> Result<ExitCode, String> {
    ignore_ctrl_c();
    let status = Command::new(program)
        .args(std::env::args_os().skip(1))
        .status()
        .map_err(|e| format!("cannot start the runner {}: {e}", program.display()))?;
    Ok(status.code().and_then(|c| u8::try_from(c).ok()).map_or(ExitCode::from(2), ExitCode::from))
}

#[cfg(windows)]
#[allow(unsafe_code)]
fn ignore_ctrl_c() {
    #[link(name = "kernel32")]
    unsafe extern "system" {
        fn SetConsoleCtrlHandler(
            handler: Option<unsafe extern "system" fn(u32) -> i32>,
            add: i32,
        ) -> i32;
    }
    unsafe extern "system" fn handled(_: u32) -> i32 {
        1
    }
    // SAFETY: the handler only returns that the event is handled. (Null would be inherited
    // by the runner, which has to hear it.)
    unsafe { SetConsoleCtrlHandler(Some(handled), 1) };
}

#[cfg(not(any(unix, windows)))]
fn ignore_ctrl_c() {}
