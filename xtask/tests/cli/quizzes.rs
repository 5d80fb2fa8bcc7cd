//! A quiz at a pipe: questions printed, answers read line by line, and kept.

use std::io::Write;
use std::process::Stdio;

use crate::fixture::{Course, Said};

const FILE: &str = "exercises/ch1/04_quiz/src/lib.rs";

const SECTION: &str = r#"
[[section]]
id = "1.4"
slug = "ch1/04_quiz"
crate = "small_quiz"
kind = "quiz"
minutes = 1
title = "Chapter quiz"
blurb = "Two questions."
points = 2
learned = "You can now think before you type."
"#;

const QUESTIONS: &str = r#"
[[questions]]
id = "sum"
type = "MultipleChoice"
title = "a sum"
lesson = "1.1"
prompt.prompt = "What is `1 + 1`?"
prompt.distractors = ["1", "11"]
prompt.explanations = ["That is one of the two.", "Joined, not added."]
answer.answer = "2"
context = "One more than one."

[[questions]]
id = "cry"
type = "MultipleChoice"
title = "a cry"
lesson = "1.2"
prompt.prompt = "Which one is loud?"
prompt.distractors = ["hey", "psst"]
prompt.explanations = ["Not in small letters.", "Quiet already."]
answer.answer = "HEY"
context = "Capitals are loud."
"#;

const STUB: &str = "//! Your answers.\n\n/// What you answered.\npub fn answer(question: &str) -> &'static str {\n    match question {\n        _ => todo!(\"answer {question}\"),\n    }\n}\n";

const MANIFEST: &str = "[package]\nname = \"small_quiz\"\nversion.workspace = true\nedition.workspace = true\n\n[lib]\ndoctest = false\n\n[[test]]\nname = \"check\"\npath = \"../../../grader/checks/ch1/04_quiz.rs\"\nharness = false\n\n[dev-dependencies]\nharness.workspace = true\nquiz.workspace = true\n";

const CHECKS: &str = "#[global_allocator]\nstatic ALLOCATOR: harness::Counting = harness::Counting;\n\nfn main() {\n    harness::run(&quiz::rubric(include_str!(\"04_quiz.toml\"), small_quiz::answer));\n}\n";

/// The fixture course with a quiz behind its sections.
fn course() -> Course {
    let course = Course::new();
    for file in ["Cargo.toml", "solutions/Cargo.toml"] {
        let text = course.read(file);
        let line = text.lines().find(|line| line.starts_with("harness = ")).expect("it has one");
        let quiz = line.replace("harness = ", "quiz = ").replace("/harness\"", "/quiz\"");
        course.write(file, text.replace(line, &format!("{line}\n{quiz}")));
    }
    course.write("course.toml", course.read("course.toml") + SECTION);
    for folder in ["exercises", "solutions", "grader/stubs"] {
        let src = course.path(folder).join("ch1/04_quiz/src");
        std::fs::create_dir_all(&src).expect("a folder");
        std::fs::write(src.join("lib.rs"), STUB).expect("written");
        std::fs::write(src.with_file_name("Cargo.toml"), MANIFEST).expect("written");
    }
    course.write("exercises/ch1/04_quiz/README.md", "# 1.4 Chapter quiz\n\nTwo questions.\n");
    course.write("grader/checks/ch1/04_quiz.rs", CHECKS);
    course.write("grader/checks/ch1/04_quiz.toml", QUESTIONS);
    course
}

fn typed(course: &Course, arguments: &[&str], lines: &str) -> Said {
    let mut command = course.command(arguments);
    let input = course.path("typed");
    std::fs::File::create(&input).and_then(|mut f| f.write_all(lines.as_bytes())).expect("written");
    command.stdin(Stdio::from(std::fs::File::open(input).expect("it is there")));
    course.said(&mut command)
}

#[test]
fn every_choice_is_answered_and_the_right_ones_are_kept() {
    let course = course();
    let said = typed(&course, &["quiz", "1", "--seed", "1"], "b\na\nx\nq\n");
    insta::assert_snapshot!(said.out, @r#"
    1.4 Chapter quiz · 2 questions

    1 of 2 · a sum  (lesson 1.1)

    What is `1 + 1`?

      a  2
      b  11
      c  1

    a b c · s leave it open · q stop
    > b

      ✗ b  Joined, not added.

    a c · s leave it open · q stop
    > a

      ✓ a  One more than one.

    2 of 2 · a cry  (lesson 1.2)

    Which one is loud?

      a  HEY
      b  hey
      c  psst

    a b c · s leave it open · q stop
    > x
    "x" is none of the choices: a letter from a to c.
    a b c · s leave it open · q stop
    > q

    1 of 2 are right; what you answered is in exercises/ch1/04_quiz/src/lib.rs.
    The open ones: cargo xtask quiz 1
    "#);
    assert_eq!(said.code, Some(1), "{}", said.err);

    // What is open is asked; a wrong answer is graded as such until it is mended.
    let run = course.run(&["run", "1.4"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.out.contains("Joined, not added.") || run.out.contains("not started"),
        "{}",
        run.out
    );
    let mut said = typed(&course, &["quiz"], "a\nb\nc\na\nb\nc\n");
    if said.code != Some(0) {
        said = typed(&course, &["quiz"], "a\nb\nc\n");
    }
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    assert!(said.out.contains("You can now think before you type."), "{}", said.out);
    assert!(course.read(FILE).contains("\"sum\" => \"2\",\n        \"cry\" => \"HEY\",\n"));

    // Taken again, a wrong choice is explained and changes nothing.
    let before = course.read(FILE);
    let again = typed(&course, &["quiz", "1.4", "--again"], "a\nb\nc\n");
    assert_eq!(again.code, Some(0), "{}{}", again.out, again.err);
    assert_eq!(course.read(FILE), before);
}

#[test]
fn next_shows_how_and_asks_nothing_where_nobody_types() {
    let course = course();
    course.write(
        "exercises/ch1/01_double/src/lib.rs",
        course.read("solutions/ch1/01_double/src/lib.rs"),
    );
    course.write(
        "exercises/ch1/02_shout/src/lib.rs",
        course.read("solutions/ch1/02_shout/src/lib.rs"),
    );
    assert_eq!(course.run(&["verify"]).code, Some(1));
    let said = course.run(&["next"]);
    assert_eq!(said.code, Some(1));
    insta::assert_snapshot!(said.out, @r#"
    1.4 Chapter quiz · 1 min
    Two questions.

      take    cargo xtask quiz 1
      kept    in exercises/ch1/04_quiz/src/lib.rs

    What will be checked:
      · a sum                                                     not started  0/1
      · a cry                                                     not started  0/1
    "#);
    let hint = course.run(&["hint"]);
    assert!(hint.err.contains("a quiz has no hints"), "{}", hint.err);
}

#[test]
fn a_file_edited_by_hand_is_kept_first() {
    let course = course();
    let edited = STUB.replace("        _ =>", "        // mine\n        _ =>");
    course.write(FILE, &edited);
    let said = typed(&course, &["quiz", "1"], "a\nq\n");
    assert!(said.out.contains("cargo xtask undo 1"), "{}{}", said.out, said.err);
    assert!(course.read(FILE).contains("\"sum\" => "), "{}", course.read(FILE));
    assert_eq!(course.run(&["undo", "1"]).code, Some(0));
    assert_eq!(course.read(FILE), edited);
}

#[test]
fn what_is_no_quiz_says_what_is_one() {
    let course = course();
    let said = course.run(&["quiz", "1.1"]);
    assert_eq!(said.code, Some(2));
    assert!(
        said.err.contains("\"Doubling\", is no quiz.\nThe quizzes are `1` (1.4"),
        "{}",
        said.err
    );
    course.write("grader/checks/ch1/04_quiz.toml", "questions = 3");
    let said = course.run(&["quiz", "1"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("04_quiz.toml is not what it should be"), "{}", said.err);
}
