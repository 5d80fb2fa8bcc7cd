//! A fresh copy of the fixture course, and the binary called in it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

/// A copy of the course in a folder of its own.
pub struct Course {
    folder: tempfile::TempDir,
}

/// What a command said.
pub struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// Cargo tells packages that share a target folder apart by their path in the workspace and by
/// their version. The copies all look alike, so each gets a version of its own.
static COPIES: AtomicU32 = AtomicU32::new(1);

impl Course {
    pub fn new() -> Course {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let harness = here.join("../grader/harness").canonicalize().expect("the harness is there");
        let version = std::process::id() % 100_000 * 100 + COPIES.fetch_add(1, SeqCst);
        let fill = |text: &str| {
            text.replace("HARNESS", &harness.to_string_lossy().replace('\\', "/"))
                .replace("VERSION", &version.to_string())
        };
        copy(&here.join("tests/fixture"), folder.path(), &fill);
        Course { folder }
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).expect(path)
    }

    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.path(path), content).expect(path);
    }

    /// Fills in section 1.1 with these bodies.
    pub fn solve_first(&self, double: &str, repeat: &str) {
        let stub = self.read("grader/stubs/ch1/01_double/src/lib.rs");
        let code = stub
            .replace("todo!(\"twice {x}\")", double)
            .replace("todo!(\"{word} {times} times\")", repeat);
        self.write(FIRST, code);
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command
            .current_dir(self.folder.path())
            .args(arguments)
            .env("CARGO_TARGET_DIR", target())
            .env("NO_COLOR", "1")
            .env_remove("CI")
            .stdin(Stdio::null());
        command
    }

    /// Where a section is built again without cargo.
    pub fn replayed(&self, package: &str) -> PathBuf {
        target().join("debug/replay").join(format!("-{package}"))
    }

    pub fn run(&self, arguments: &[&str]) -> Said {
        self.said(&mut self.command(arguments))
    }

    pub fn said(&self, command: &mut Command) -> Said {
        let output = command.output().expect("xtask starts");
        let text = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
            let root = self.folder.path().canonicalize().expect("it is there");
            text.replace(&*root.to_string_lossy(), "[ROOT]")
                .replace(&*self.folder.path().to_string_lossy(), "[ROOT]")
        };
        Said { code: output.status.code(), out: text(&output.stdout), err: text(&output.stderr) }
    }
}

/// One target folder for all copies, so that libraries are built once.
fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixture")
}

/// The file of section 1.1.
pub const FIRST: &str = "exercises/ch1/01_double/src/lib.rs";

fn copy(from: &Path, to: &Path, fill: &dyn Fn(&str) -> String) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("the fixture is there").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target, fill);
        } else {
            let text = std::fs::read_to_string(entry.path()).expect("the fixture is text");
            std::fs::write(target, fill(&text)).expect("it can be written");
        }
    }
}
