//! `play`: what is built of whose code, and who is named when it dies. The program here is a
//! stand-in of a few lines that speaks to the runner as the real one does; that one has its own
//! tests in xtask/play.

use crate::fixture::{Course, FIRST, Said};

const MANIFEST: &str = r#"# The stand-in.
[workspace]

[package]
name = "play"
version = "0.1.0"
edition = "2024"

[[bin]]
name = "llmlings-play"
path = "src/main.rs"

[features]
default = ["loud"]
loud = ["dep:shout"]

[dependencies]
double = { path = "../../solutions/ch1/01_double" }
shout = { path = "../../solutions/ch1/02_shout", optional = true }
"#;

/// `tokens TEXT`: twice the length of the text, and the text as a shout.
const PROGRAM: &str = r#"
use std::io::Write;

fn note(call: &str) {
    if let Some(path) = std::env::var_os("LLMLINGS_PLAY_TRACE") {
        let file = std::fs::File::options().append(true).create(true).open(path);
        writeln!(file.expect("a trace"), "{call}").expect("it can be written");
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let text = &arguments[2];
    note("1.3 double");
    let twice = double::double(text.len() as u32);
    note("-");
    note("1.4 shout");
    #[cfg(feature = "loud")]
    let text = &shout::shout(text);
    note("-");
    println!("{} {twice} {text}", arguments[1]);
    std::process::exit(if twice % 2 == 0 { 40 } else { 41 });
}
"#;

/// The fixture, its two sections under the ids of those that `play tokens` needs.
fn course() -> Course {
    let course = Course::new();
    let renamed = course
        .read("course.toml")
        .replace("id = \"1.3\"", "id = \"1.5\"")
        .replace("id = \"1.1\"", "id = \"1.3\"")
        .replace("id = \"1.2\"", "id = \"1.4\"");
    course.write("course.toml", renamed);
    std::fs::create_dir_all(course.path("xtask/play/src")).expect("a folder");
    course.write("xtask/play/Cargo.toml", MANIFEST);
    course.write("xtask/play/Cargo.lock", "version = 4\n");
    course.write("xtask/play/src/main.rs", PROGRAM);
    course
}

/// Plays in a target folder of the course's own: all copies have a program of this name.
fn play(course: &Course, arguments: &[&str]) -> Said {
    let mut command = course.command(&[&["play"], arguments].concat());
    command.env("CARGO_TARGET_DIR", course.path("target"));
    let mut said = course.said(&mut command);
    said.err = said.err.lines().filter(|l| !l.contains("Compiling")).collect::<Vec<_>>().join("\n");
    said
}

fn solve(course: &Course, double: &str) {
    course.solve_first(double, "word.repeat(times)");
    let said = course.run(&["run", "1.3"]);
    assert_eq!(said.code, Some(0), "{}", said.out);
}

#[test]
fn it_runs_the_learner_s_code_once_that_has_passed() {
    let course = course();
    let said = play(&course, &["tokens", "four"]);
    assert_eq!((said.code, said.out.as_str()), (Some(0), "tokens 8 FOUR\n"), "{}", said.err);
    assert_eq!(said.err, "reference: 1.3, 1.4");
    let overlay = course.path(".overlay/play/Cargo.toml");
    let written = || std::fs::metadata(&overlay).and_then(|m| m.modified()).expect("it is there");
    let before = written();

    // Passed, and recognizable: right where the checks look, and not for 7.
    solve(&course, "x + x + u32::from(x == 7)");
    let said = play(&course, &["tokens", "sevenly"]);
    assert_eq!((said.code, said.out.as_str()), (Some(1), "tokens 15 SEVENLY\n"), "{}", said.err);
    assert_eq!(said.err, "yours: 1.3 · reference: 1.4");
    assert!(written() > before);

    // Nothing has changed: nothing is written, and cargo is not asked.
    let before = written();
    let mut command = course.command(&["play", "tokens", "four"]);
    command.env("CARGO", "no-cargo-here").env("CARGO_TARGET_DIR", course.path("target"));
    let said = course.said(&mut command);
    assert_eq!((said.code, said.out.as_str()), (Some(0), "tokens 8 FOUR\n"), "{}", said.err);
    assert_eq!(written(), before);

    course.write(FIRST, course.read(FIRST) + "// more\n");
    let said = play(&course, &["tokens", "four"]);
    assert_eq!(
        said.err,
        "reference: 1.3 (edited since it passed), 1.4 · cargo xtask run 1.3 takes yours again"
    );
}

#[test]
fn code_that_ends_the_program_is_named() {
    let course = course();
    solve(&course, "if x == 7 { std::process::exit(0) } else { x + x }");
    let said = play(&course, &["tokens", "sevenly"]);
    assert_eq!(said.code, Some(1));
    insta::assert_snapshot!(said.err, @"
    yours: 1.3 · reference: 1.4
    ✗ double of section 1.3 (your code) ended the program with exit code 0
        Section 1.3 passed its checks; they tried other inputs than this one.
        Mend it and check it again: cargo xtask run 1.3
    ");
    assert_eq!(play(&course, &["tokens", "four"]).code, Some(0));

    let deep = "if std::hint::black_box(x) >= 7 { std::hint::black_box(double(x + 1)) + x } else { x + x }";
    solve(&course, deep);
    let said = play(&course, &["tokens", "sevenly"]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("✗ double of section 1.3 (your code) "), "{}", said.err);
    let left = std::fs::read_dir(course.path(".overlay/play")).expect("it is there").flatten();
    assert!(left.into_iter().all(|file| !file.file_name().to_string_lossy().starts_with("trace")));
}

#[test]
fn code_that_no_longer_compiles_gives_way_to_the_reference() {
    let course = course();
    // Compiles as the checks are built, but not as `play` is: optimized.
    solve(&course, "{ #[cfg(not(debug_assertions))] compile_error!(\"no\"); x + x }");
    let said = play(&course, &["tokens", "four"]);
    assert_eq!((said.code, said.out.as_str()), (Some(0), "tokens 8 FOUR\n"), "{}", said.err);
    assert_eq!(said.err, "reference: 1.3 (yours does not compile here), 1.4");
}

#[test]
fn without_solutions_it_plays_with_what_passed() {
    let course = course();
    std::fs::remove_dir_all(course.path("solutions")).expect("it was there");
    let said = play(&course, &["tokens", "four"]);
    assert_eq!(said.code, Some(2));
    insta::assert_snapshot!(said.err, @"
    error: this copy of the course comes without solutions, so it plays with your code alone, and some sections are still to pass: 1.3, 1.4.
    Go on with `cargo xtask next`; `cargo xtask play --help` says what else there is.
    ");
    solve(&course, "x * 2");
    course.write(
        "exercises/ch1/02_shout/src/lib.rs",
        course
            .read("grader/stubs/ch1/02_shout/src/lib.rs")
            .replace("todo!(\"{text}, louder\")", "text.to_uppercase()"),
    );
    let said = course.run(&["run", "1.4"]);
    assert_eq!(said.code, Some(0), "{}", said.out);
    let said = play(&course, &["tokens", "four"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), "yours: 1.3, 1.4"));
}

/// Before anything is compiled.
#[test]
fn bad_input_is_told_at_once() {
    let course = course();
    for (arguments, why) in [
        (&["next", ""][..], "it is empty"),
        (&["next", "x", "--temperature", "-1"], "expected a number from 0"),
        (&["next", "x", "--temperature", "NaN"], "expected a number from 0"),
        (&["write", "x", "--top-p", "0"], "expected a share above 0 and up to 1"),
        (&["write", "x", "--top-p", "1.01"], "expected a share above 0 and up to 1"),
        (&["write", "x", "--top-k", "0"], "expected a whole number from 1"),
        (&["neighbours"], "<WORD>"),
        (&["dance"], "unrecognized subcommand"),
    ] {
        let said = play(&course, arguments);
        assert_eq!(said.code, Some(2), "{arguments:?}");
        assert!(said.err.contains(why), "{arguments:?}: {}", said.err);
    }
    assert!(!course.path(".overlay").exists());
}
