//! Bad input: a clear message, the right exit code, nothing lost.

use crate::fixture::{Course, FIRST};

#[test]
fn an_unknown_section_gets_the_nearest_suggested() {
    let said = Course::new().run(&["run", "dubble"]);
    assert_eq!(said.code, Some(2));
    insta::assert_snapshot!(said.err, @"
    error: there is no section `dubble`. Did you mean 1.1 (Doubling)?
    `cargo xtask list` shows them all.
    ");
}

#[test]
fn a_section_to_come_says_so() {
    let said = Course::new().run(&["run", "1.3"]);
    assert_eq!(said.code, Some(2));
    insta::assert_snapshot!(said.err, @r#"
    error: section 1.3, "Silence", is not written yet: it is listed as coming.
    `cargo xtask list` shows the sections that are there.
    "#);
}

#[test]
fn a_compile_error_is_rustcs_own_and_names_the_file() {
    let course = Course::new();
    course.solve_first("\"four\"", "word.repeat(times)");
    let said = course.run(&["next"]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("error[E0308]: mismatched types"), "{}", said.out);
    assert!(
        said.out.contains("rustc stopped at exercises/ch1/01_double/src/lib.rs"),
        "{}",
        said.out
    );
    assert!(!said.out.contains("grader/checks"), "{}", said.out);
}

#[test]
fn a_changed_signature_is_named_without_showing_the_checks() {
    let course = Course::new();
    course.solve_first("x + x", "word.repeat(times)");
    course
        .write(FIRST, course.read(FIRST).replace("double(x: u32) -> u32", "double(x: u64) -> u64"));
    let said = course.run(&["run", "1.1"]);
    assert_eq!(said.code, Some(1));
    insta::assert_snapshot!(said.out, @"
    exercises/ch1/01_double/src/lib.rs compiles, but the checks cannot call it as the stub promised:
      expected  pub fn double(x: u32) -> u32
      got       pub fn double(x: u64) -> u64
    Names, types and `pub` are fixed; what stands between the braces is yours.

    does not compile yet
    ");
}

#[test]
fn an_empty_file() {
    let course = Course::new();
    course.write(FIRST, "");
    let said = course.run(&["next"]);
    assert_eq!(said.code, Some(1));
    assert!(
        said.out.contains("is empty, and the checks look for `double` and `repeat`"),
        "{}",
        said.out
    );
}

#[test]
fn a_file_that_is_not_utf8() {
    let course = Course::new();
    course.write(FIRST, b"pub fn double() {}\n\xff\xfe");
    let said = course.run(&["next"]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("is not UTF-8: line 2 has the byte 0xFF"), "{}", said.out);
}

#[test]
fn a_file_of_fifty_megabytes() {
    let course = Course::new();
    course.write(FIRST, vec![b'/'; 50 << 20]);
    let said = course.run(&["next"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("holds 50 MB"), "{}", said.err);
}

#[test]
fn a_file_or_folder_that_is_gone_is_brought_back_by_reset() {
    let course = Course::new();
    std::fs::remove_dir_all(course.path("exercises/ch1/01_double")).expect("it was there");
    let said = course.run(&["next"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("exercises/ch1/01_double/src/lib.rs is missing"), "{}", said.err);
    assert!(said.err.contains("cargo xtask reset 1.1"), "{}", said.err);
    let said = course.run(&["reset", "1.1"]);
    assert!(said.out.contains("git checkout -- exercises/ch1/01_double/README.md"), "{}", said.out);
    assert_eq!(course.run(&["next"]).code, Some(1));
    assert_eq!(course.run(&["read", "1.1"]).code, Some(2));
}

#[test]
fn a_broken_manifest_is_named_with_its_remedy() {
    let course = Course::new();
    course.write("exercises/ch1/02_shout/Cargo.toml", "[package\nname = broken");
    let said = course.run(&["run", "1.1"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("exercises/ch1/02_shout/Cargo.toml is broken"), "{}", said.err);
    assert!(said.err.contains("git checkout -- exercises/ch1/02_shout/Cargo.toml"), "{}", said.err);
    let doctor = course.run(&["doctor"]);
    assert_eq!(doctor.code, Some(1));
    assert!(
        doctor.out.contains("git checkout -- exercises/ch1/02_shout/Cargo.toml"),
        "{}",
        doctor.out
    );
    course.run(&["reset", "1.2"]);
    assert_eq!(course.run(&["run", "1.1"]).code, Some(1));
}

#[test]
fn a_truncated_progress_file_is_set_aside_and_rebuilt() {
    let course = Course::new();
    course.solve_first("x + x", "word.repeat(times)");
    course.run(&["next"]);
    let progress = course.read(".llmlings/progress.json");
    course.write(".llmlings/progress.json", &progress[..progress.len() / 2]);
    let said = course.run(&["list"]);
    assert_eq!(said.code, Some(0));
    assert!(said.err.contains("The progress file was damaged"), "{}", said.err);
    assert!(said.err.contains("cargo xtask verify"), "{}", said.err);
    let said = course.run(&["verify"]);
    assert!(said.out.contains("1 of 2 done"), "{}", said.out);
    assert_eq!(course.run(&["list"]).err, "");
    assert!(course.path(".llmlings/progress.damaged-1.json").exists());
}

#[test]
fn a_progress_file_from_a_newer_version_is_left_alone() {
    let course = Course::new();
    std::fs::create_dir_all(course.path(".llmlings")).expect("a folder");
    course.write(".llmlings/progress.json", r#"{"version":7}"#);
    let said = course.run(&["next"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("written by a newer llmlings"), "{}", said.err);
    assert_eq!(course.read(".llmlings/progress.json"), r#"{"version":7}"#);
}

#[test]
fn where_nothing_can_be_written_the_verdict_still_stands() {
    let course = Course::new();
    course.solve_first("x + x", "word.repeat(times)");
    // A file in the folder's place: like a read-only checkout, for any user.
    course.write(".llmlings", "");
    let said = course.run(&["run", "1.1"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.out.contains("3 of 3 checks hold"), "{}", said.out);
    assert!(said.err.contains("cannot write to [ROOT]/.llmlings"), "{}", said.err);
    let before = course.read(FIRST);
    assert_eq!(course.run(&["reset", "1.1"]).code, Some(2));
    assert_eq!(course.read(FIRST), before);
}

#[test]
fn two_at_once_both_get_their_verdict() {
    let course = Course::new();
    course.solve_first("x + x", "word.repeat(times)");
    std::thread::scope(|scope| {
        let both = [0, 1].map(|_| scope.spawn(|| course.run(&["run", "1.1"])));
        for one in both {
            assert_eq!(one.join().expect("it ran").code, Some(0));
        }
    });
    assert!(course.run(&["list"]).out.contains("1 of 2 done"));
}

#[test]
fn outside_a_course_it_says_where_to_go() {
    let course = Course::new();
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    let said = course.said(course.command(&["next"]).current_dir(elsewhere.path()));
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("no course here"), "{}", said.err);
}
