//! The proofs must be able to fail: each is broken once, and says what mends it.

use crate::fixture::{Course, FIRST};

/// The fixture with everything in order, which its own `selfcheck` says. Its lessons are shorter
/// than their minutes promise, and it has fewer mistakes than a real section: those stay.
fn failures(course: &Course) -> String {
    let said = course.run(&["selfcheck", "1.1"]);
    let mut shown = false;
    let lines = said.out.lines().filter(|line| {
        if line.starts_with(['✓', '✗', '!']) {
            shown = !line.starts_with('✓');
        }
        shown
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn blessed() -> Course {
    let course = Course::new();
    let words = "word ".repeat(150);
    let lesson = "exercises/ch1/01_double/README.md";
    course.write(lesson, course.read(lesson) + &format!("\n```text\nx x\n```\n\n{words}\n"));
    course.run(&["run", "1.1"]);
    course.run(&["selfcheck", "--bless"]);
    course
}

#[test]
fn a_course_in_order_has_no_failure() {
    let course = blessed();
    let said = course.run(&["selfcheck", "1.1"]);
    assert_eq!(failures(&course), "", "{}{}", said.out, said.err);
    assert_eq!(said.code, Some(0));
}

#[test]
fn each_proof_fails_when_its_claim_does_not_hold() {
    let course = blessed();
    let break_file = |path: &str, from: &str, to: &str, expected: &str| {
        let before = course.read(path);
        assert!(before.contains(from), "{path} has no {from}");
        course.write(path, before.replace(from, to));
        let failures = failures(&course);
        assert!(failures.contains(expected), "{path}: expected `{expected}` in\n{failures}");
        course.write(path, before);
    };
    let stub = "grader/stubs/ch1/01_double/src/lib.rs";
    let solution = "solutions/ch1/01_double/src/lib.rs";
    let checks = "grader/checks/ch1/01_double.rs";
    let lesson = "exercises/ch1/01_double/README.md";
    break_file(stub, "todo!(\"twice {x}\")", "todo!()", "unused variable: `x`");
    break_file(stub, "todo!(\"twice {x}\")", "x + x", "\"twice the number\" is Passed on the stub");
    break_file(solution, "x + x", "x + 1", "\"twice the number\" is Failed");
    break_file(solution, "Twice the number.", "Two times.", "the doc comments of `double` differ");
    break_file(solution, "double(4), 8", "double(4), 9", "the doc comments of `double` differ");
    break_file(checks, "t.eq(double(5), 10);", "", "the mistake `squares` is caught and named");
    break_file(
        checks,
        "adds_two, squares;",
        "adds_two;",
        "the mistake `squares` is caught and named",
    );
    break_file(
        checks,
        "\"the word so many times\", 2",
        "\"the word so many times\", 7",
        "course.toml says 5 points, the rubric adds up to 10",
    );
    break_file(lesson, "## Twice", "## Once", "no heading \"Twice\", where `double` is taught");
    break_file(lesson, "word word word", "", "words for 1 minutes");
    break_file("solutions/ch1/01_double/Cargo.toml", "[package]", "# other\n[package]", "differ");
    break_file("README.md", "| 1.1 |", "| 1.9 |", "it is rewritten now");
    break_file("course.toml", "\"Add it to itself.\", ", "", "`double` has fewer than three hints");
}

#[test]
fn an_example_that_is_not_true_is_found() {
    let course = blessed();
    for path in ["solutions/ch1/01_double/src/lib.rs", "grader/stubs/ch1/01_double/src/lib.rs"] {
        course.write(path, course.read(path).replace("double(4), 8", "double(4), 9"));
    }
    let failures = failures(&course);
    assert!(failures.contains("the examples are what the solution really gives"), "{failures}");
}

#[test]
fn a_learners_own_work_is_a_note_and_in_ci_a_failure() {
    let course = blessed();
    course.write(FIRST, course.read("solutions/ch1/01_double/src/lib.rs"));
    assert_eq!(course.run(&["selfcheck", "1.1"]).code, Some(0));
    assert_eq!(course.run(&["selfcheck", "1.1", "--pristine"]).code, Some(1));
    let said = course.said(course.command(&["selfcheck", "1.1"]).env("CI", "true"));
    assert_eq!(said.code, Some(1));
}
