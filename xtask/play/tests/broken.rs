//! Code of a section that passed and still does something wrong: named, never a crash without a
//! word. The real program, built with a copy of 2.4 in which `attention` can break in many ways.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// In place of `attention`: wrong in the way that the variable says.
const BREAKS: &str = r#"
pub fn attention(
    q: &Array2<f32>,
    k: &Array2<f32>,
    v: &Array2<f32>,
    mask: &Array2<bool>,
) -> Array2<f32> {
    let right = right_attention(q, k, v, mask);
    match std::env::var("BREAK").as_deref() {
        Ok("panic") => panic!("no such row: {}", q.nrows()),
        Ok("shape") => right.t().to_owned(),
        Ok("nan") => right / 0.0 * 0.0,
        Ok("exit") => std::process::exit(0),
        Ok("overflow") => deep(right, 0),
        Ok("endless") => loop { std::hint::black_box(&right); },
        _ => right,
    }
}

fn deep(x: Array2<f32>, level: u64) -> Array2<f32> {
    if std::hint::black_box(level) == u64::MAX { x } else { deep(x.clone(), level + 1) + &x }
}
"#;

/// Builds it once for all tests.
fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.join("../..").canonicalize().expect("the repository");
        let shown = |path: &Path| path.to_string_lossy().replace('\\', "/");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken");
        let read = |path: PathBuf| std::fs::read_to_string(&path).expect("it is there");
        let write = |path: &Path, text: String| {
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, text).expect("it can be written");
        };
        // A workspace as solutions/ is one, with 2.4 in it.
        let workspace = read(root.join("solutions/Cargo.toml"));
        let workspace = workspace.replace("\"../", &format!("\"{}/", shown(&root)));
        write(&folder.join("Cargo.toml"), workspace);
        let block = root.join("solutions/ch2/04_block");
        write(&folder.join("ch2/block/Cargo.toml"), read(block.join("Cargo.toml")));
        for file in std::fs::read_dir(block.join("src")).expect("sources").flatten() {
            let text = read(file.path());
            let text = match file.file_name().to_str() {
                Some("lib.rs") => text.replace("pub fn attention(", "fn right_attention(") + BREAKS,
                _ => text,
            };
            write(&folder.join("ch2/block/src").join(file.file_name()), text);
        }
        let manifest = read(here.join("Cargo.toml"));
        let (manifest, _) = manifest.split_once("[dev-dependencies]").expect("it has some");
        let profile = "[profile.dev]\ndebug = false\nopt-level = 1\n\n[profile.dev.package.\"*\"]\nopt-level = 2\n";
        let manifest = manifest
            .replace("\"../../solutions/ch2/04_block\"", "\"../ch2/block\"")
            .replace("\"../../", &format!("\"{}/", shown(&root)))
            .replace("\"src/main.rs\"", &format!("\"{}/src/main.rs\"", shown(here)))
            .replace("name = \"play\"", "name = \"play-broken\"")
            .replace("name = \"llmlings-play\"", "name = \"play-broken\"");
        write(&folder.join("play/Cargo.toml"), format!("{manifest}{profile}"));
        write(&folder.join("play/Cargo.lock"), read(here.join("Cargo.lock")));
        let own = Path::new(env!("CARGO_BIN_EXE_llmlings-play"));
        let target = own.parent().and_then(Path::parent).expect("the target folder");
        let status = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--manifest-path"])
            .arg(folder.join("play/Cargo.toml"))
            .env("CARGO_TARGET_DIR", target)
            .status()
            .expect("cargo starts");
        assert!(status.success(), "it builds");
        own.with_file_name(format!("play-broken{}", std::env::consts::EXE_SUFFIX))
    })
}

fn command(how: &str) -> Command {
    let mut command = Command::new(program());
    command
        .args(["write", "Once upon a time", "--max-tokens", "3", "--temperature", "0"])
        .env("BREAK", how)
        .env("LLMLINGS_PLAY_YOURS", "1.3,2.4")
        .env_remove("LLMLINGS_PLAY_TRACE")
        .stdin(Stdio::piped());
    command
}

/// Runs it, and holds the other end of its standard input as the runner does.
fn ended(mut command: Command) -> Output {
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let _lifeline = child.stdin.take();
    child.wait_with_output().expect("it ends")
}

fn output(how: &str) -> (Output, String) {
    let output = ended(command(how));
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    (output, text)
}

#[test]
fn unbroken_it_writes() {
    let (output, said) = output("");
    assert_eq!(output.status.code(), Some(40), "{said}");
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("Once upon a time there was a"));
}

#[test]
fn a_panic() {
    let (output, said) = output("panic");
    assert_eq!(output.status.code(), Some(41), "{said}");
    assert!(
        said.starts_with("✗ attention of section 2.4 (your code) panicked: no such row: 5\n"),
        "{said}"
    );
    assert!(said.contains("\n    given     q of shape [5, 32], k of shape [5, 32]"), "{said}");
    assert!(said.ends_with("Mend it and check it again: cargo xtask run 2.4\n"), "{said}");
    assert!(!said.contains("RUST_BACKTRACE"), "{said}");
}

#[test]
fn a_wrong_shape_and_a_number_that_is_none() {
    for (how, got) in [("shape", "shape [32, 5]"), ("nan", "NaN as the number at 0")] {
        let (output, said) = output(how);
        assert_eq!(output.status.code(), Some(41), "{said}");
        let expected = "\n    expected  shape [5, 32], every number finite\n    got       ";
        assert!(said.contains(&format!("{expected}{got}")), "{said}");
    }
}

/// These end the program on the spot. The runner sees that by the exit code, starts it again
/// with a trace and reads the last line.
#[test]
fn an_exit_and_a_stack_overflow_leave_a_trace() {
    for how in ["exit", "overflow"] {
        let trace = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("trace-{how}"));
        let mut command = command(how);
        command.env("LLMLINGS_PLAY_TRACE", &trace);
        let output = ended(command);
        assert!(!matches!(output.status.code(), Some(40..=42)), "{how}: {}", output.status);
        let calls = std::fs::read_to_string(&trace).expect("there is a trace");
        assert_eq!(calls.lines().last(), Some("2.4 attention"), "{how}");
    }
}

/// A loop without an end is named while it goes on. Ctrl-C ends it, and it does not outlive the
/// runner.
#[test]
fn an_endless_loop_is_named() {
    let mut child = command("endless").stderr(Stdio::piped()).spawn().expect("it starts");
    let lines = BufReader::new(child.stderr.take().expect("a pipe")).lines();
    let named = lines.map_while(Result::ok).find(|line| !line.is_empty());
    let named = named.expect("it says something");
    // The runner is gone: so is the program, without anybody killing it.
    drop(child.stdin.take());
    child.wait().expect("it ends");
    assert!(
        named.starts_with("attention of section 2.4 (your code) has been at it for 5 s"),
        "{named}"
    );
}
