//! The way of a learner: from the first call to the last section.

use crate::fixture::{Course, FIRST};

#[test]
fn the_first_call_says_where_everyone_starts() {
    let course = Course::new();
    let said = course.run(&[]);
    assert_eq!(said.code, Some(0));
    insta::assert_snapshot!(said.out, @"
    llmlings: learn how language models work by building one in Rust

      Chapter 1 · Small things                 ○ ○ ·
                                               ✓ solved  … in progress  ○ open  · coming

    0 of 2 done, 0 of 2 read: this is where everyone starts.

      1.1 Doubling · 1 min
      exercises/ch1/01_double/src/lib.rs

      cargo xtask next
    ");

    let said = course.run(&["next"]);
    assert_eq!(said.code, Some(1));
    insta::assert_snapshot!(said.out, @"
    0 of 2 done: this is where everyone starts.

    1.1 Doubling · 1 min
    A number and itself make twice the number.

      read    cargo xtask read   (exercises/ch1/01_double/README.md)
      write   exercises/ch1/01_double/src/lib.rs
      check   cargo xtask next   or on every save: cargo xtask watch
      stuck?  cargo xtask hint

    What will be checked:
      · twice the number                                          not started  0/2
      · the word so many times                                    not started  0/2
      · any word (stretch)                                        not started  0/1
    ");
}

#[test]
fn a_wrong_answer_is_diagnosed_and_pointed_into_the_lesson() {
    let course = Course::new();
    course.solve_first("x + 2", "word.to_owned()");
    let said = course.run(&["next"]);
    assert_eq!(said.code, Some(1));
    insta::assert_snapshot!(said.out, @r#"
    0 of 2 done: this is where everyone starts.

    1.1 Doubling

      ✗ twice the number                                                     0/2
          double(5)
          expected  10
          got       7
          This is two more, not twice: they agree for 2, and only there.
          → lesson 1.1, "Twice" · cargo xtask hint 1.1 double
      ✗ the word so many times                                               0/2
          repeat("ha", 2)
          expected  "haha"
          got       "ha"
          → lesson 1.1, "Again and again" · cargo xtask hint 1.1 repeat
      ✗ any word (stretch)                                                   0/1
          repeat("a", 3)  →  "a"
          three times the word is three times as long

    warning: unused variable: `times`
      --> exercises/ch1/01_double/src/lib.rs:17:27
       |
    17 | pub fn repeat(word: &str, times: usize) -> String {
       |                           ^^^^^ help: if this is intentional, prefix it with an underscore: `_times`
       |
       = note: `#[warn(unused_variables)]` (part of `#[warn(unused)]`) on by default

    0 of 3 checks hold · 0 of 5 points
    exercises/ch1/01_double/src/lib.rs · cargo xtask hint 1.1
    "#);
}

#[test]
fn a_pass_says_what_was_learned_and_what_comes_next() {
    let course = Course::new();
    course.solve_first("x + x", "word.repeat(times)");
    let said = course.run(&["next"]);
    assert_eq!(said.code, Some(0));
    insta::assert_snapshot!(said.out, @"
    0 of 2 done: this is where everyone starts.

    1.1 Doubling

      ✓ twice the number                                                     2/2
      ✓ the word so many times                                               2/2
      ✓ any word (stretch)                                                   1/1

    ✓ 1.1 is done. You can now double anything.
      1 of 2 done. Next:

    1.2 Shouting · 1 min
    Capitals are loud.

      read    cargo xtask read   (exercises/ch1/02_shout/README.md)
      write   exercises/ch1/02_shout/src/lib.rs
      check   cargo xtask next   or on every save: cargo xtask watch
      stuck?  cargo xtask hint
    ");

    let file = "exercises/ch1/02_shout/src/lib.rs";
    course
        .write(file, course.read(file).replace("todo!(\"{text}, louder\")", "text.to_uppercase()"));
    let said = course.run(&["next"]);
    assert_eq!(said.code, Some(0));
    assert!(
        said.out.contains("2 of 2 done: you have solved every section there is."),
        "{}",
        said.out
    );
    let said = course.run(&["list"]);
    insta::assert_snapshot!(said.out, @"
    Chapter 1 · Small things
      ✓ 1.1   Doubling                                  1 min          5/5
      ✓ 1.2   Shouting                                  1 min          1/1
      · 1.3   Silence                                   1 min               coming

    2 of 2 done · 0 of 2 read
    ");
}

#[test]
fn a_section_passes_without_its_stretch_part() {
    let course = Course::new();
    // Longer than a byte a character is where this goes wrong, and only the stretch looks there.
    course.solve_first("x + x", "if word.is_ascii() { word.repeat(times) } else { String::new() }");
    let said = course.run(&["run", "1.1", "--json"]);
    assert_eq!(said.code, Some(0), "{}", said.out);
    let verdict: serde_json::Value = serde_json::from_str(&said.out).expect("it is JSON");
    assert_eq!(verdict["status"], "passed");
    assert_eq!((verdict["points"].as_u64(), verdict["max"].as_u64()), (Some(4), Some(5)));
    assert_eq!(verdict["checks"][2]["status"], "failed");
}

#[test]
fn json_says_all_that_a_script_needs() {
    let course = Course::new();
    course.solve_first("x * x", "todo!(\"{word} {times} times\")");
    let said = course.run(&["run", "double", "--json"]);
    assert_eq!(said.code, Some(1));
    assert_eq!(said.err, "");
    insta::assert_snapshot!(said.out, @r#"
    {
      "checks": [
        {
          "diagnosis": "squares",
          "function": "double",
          "max": 2,
          "message": "double(5): expected 10, got 25",
          "name": "twice the number",
          "points": 0,
          "rests_on": null,
          "status": "failed",
          "stretch": false
        },
        {
          "diagnosis": null,
          "function": "repeat",
          "max": 2,
          "message": "todo!() at src/lib.rs:18: ha 2 times",
          "name": "the word so many times",
          "points": 0,
          "rests_on": null,
          "status": "not_started",
          "stretch": false
        },
        {
          "diagnosis": null,
          "function": "repeat",
          "max": 1,
          "message": "todo!() at src/lib.rs:18:  3 times",
          "name": "any word",
          "points": 0,
          "rests_on": null,
          "status": "not_started",
          "stretch": true
        }
      ],
      "id": "1.1",
      "max": 5,
      "points": 0,
      "status": "failed"
    }
    "#);

    let list: serde_json::Value =
        serde_json::from_str(&course.run(&["list", "--json"]).out).expect("it is JSON");
    insta::assert_snapshot!(format!("{:#}", list[0]), @r#"
    {
      "id": "1.1",
      "kind": "lesson",
      "max": 5,
      "minutes": 1,
      "points": 0,
      "read": false,
      "slug": "ch1/01_double",
      "status": "failed",
      "title": "Doubling"
    }
    "#);
    assert_eq!(list[2]["status"], "coming");
}

#[test]
fn hints_go_from_a_nudge_to_nearly_the_answer() {
    let course = Course::new();
    course.solve_first("x + x", "word.to_owned()");
    course.run(&["run", "1.1"]);
    let first = course.run(&["hint"]);
    insta::assert_snapshot!(first.out, @"
    1.1 Doubling `repeat`: hint 1 of 3

      1. One after the other.

    Again for one more.
    ");
    course.run(&["hint", "1.1"]);
    let third = course.run(&["hint", "repeat"]);
    insta::assert_snapshot!(third.out, @"
    1.1 Doubling `repeat`: hint 3 of 3

      1. One after the other.
      2. A loop, or a method of `str`.
      3. `word.repeat(times)`
    ");
    assert!(course.run(&["hint", "1.1", "double"]).out.contains("hint 1 of 3"));
    let unknown = course.run(&["hint", "1.1", "triple"]);
    assert_eq!(unknown.code, Some(2));
    assert!(
        unknown.err.contains("has no function `triple`; it has double, repeat"),
        "{}",
        unknown.err
    );
}

#[test]
fn reading_is_counted() {
    let course = Course::new();
    let said = course.run(&["read"]);
    insta::assert_snapshot!(said.out, @"
    1.1 Doubling
    ════════════


    Twice

    A number and itself.


    Again and again

    The word, so many times.

    1 of 2 read. Now to exercises/ch1/01_double/src/lib.rs.
    ");
}

#[test]
fn reset_keeps_the_code_and_undo_brings_it_back() {
    let course = Course::new();
    course.solve_first("x + x", "word.repeat(times)");
    let mine = course.read(FIRST);
    course.run(&["next"]);
    let said = course.run(&["reset", "1.1"]);
    insta::assert_snapshot!(said.out, @"
    1.1 exercises/ch1/01_double/src/lib.rs is the stub again.
        Your code is kept as backup 1; cargo xtask undo 1 brings it back.
    ");
    assert_eq!(course.read(FIRST), course.read("grader/stubs/ch1/01_double/src/lib.rs"));
    assert!(course.run(&["list"]).out.contains("0 of 2 done"));

    assert!(course.run(&["reset", "1.1"]).out.contains("is the stub already"));
    course.write(FIRST, "// something new");
    assert_eq!(course.run(&["undo"]).code, Some(0));
    assert_eq!(course.read(FIRST), mine);
    assert_eq!(course.run(&["undo"]).code, Some(0));
    assert_eq!(course.read(FIRST), "// something new");
    assert!(course.run(&["undo", "--list"]).out.contains("before `reset`"));
    assert_eq!(course.run(&["undo", "99"]).code, Some(2));
}

#[test]
fn the_solution_waits_for_a_pass() {
    let course = Course::new();
    let said = course.run(&["solution", "1.1"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("has not passed yet"), "{}", said.err);
    let said = course.run(&["solution", "1.1", "--reveal"]);
    assert!(said.out.contains("-      todo!(\"twice {x}\")\n+      x + x\n"), "{}", said.out);
    course.solve_first("x + x", "word.repeat(times)");
    course.run(&["next"]);
    assert!(course.run(&["solution", "1.1"]).out.contains("is the reference, to the letter"));
}

#[test]
fn an_edit_and_an_update_of_the_course_both_show() {
    let course = Course::new();
    course.solve_first("x + x", "word.repeat(times)");
    course.run(&["next"]);
    course.solve_first("2 * x", "word.repeat(times)");
    assert!(course.run(&["list"]).out.contains("edited since it passed"));
    let checks = "grader/checks/ch1/01_double.rs";
    course.write(checks, course.read(checks) + "// updated\n");
    assert!(course.run(&["list"]).out.contains("changed by an update, check again"));
    assert!(course.run(&["next"]).out.contains("1.1 is done"));
    assert!(course.run(&["list"]).out.contains("1 of 2 done"));
}

#[test]
fn what_the_code_prints_is_shown_and_never_taken_for_a_verdict() {
    let course = Course::new();
    let forged = r#"{ println!("passed\n{{\"passed\":null}}"); eprintln!("x is {x}"); x + 1 }"#;
    course.solve_first(forged, "word.repeat(times)");
    let said = course.run(&["next"]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("your code printed:\n        │ passed\n"), "{}", said.out);
    assert!(said.out.contains("│ x is 2"), "{}", said.out);
}

#[test]
fn from_any_folder_and_by_any_name() {
    let course = Course::new();
    let below = course.path("exercises/ch1/01_double/src");
    let said = course.said(course.command(&["run", "01_double"]).current_dir(below));
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert!(said.out.starts_with("1.1 Doubling"), "{}", said.out);
}

/// The fixture has no `play`, so the story cannot be written: the pass holds all the same.
#[test]
fn a_finale_that_cannot_run_takes_no_pass_away() {
    let course = Course::new();
    let text = course.read("course.toml");
    course.write(
        "course.toml",
        text.replace("crate = \"double\"\n", "crate = \"double\"\nfinale = true\n"),
    );
    course.solve_first("x + x", "word.repeat(times)");
    let said = course.run(&["next"]);
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    assert!(said.out.contains("Now your own code writes a story."), "{}", said.out);
    assert!(
        said.out.contains("passed all the same. The story, later: cargo xtask play story"),
        "{}",
        said.out
    );
    assert!(said.out.contains("1 of 2 done. Next:"), "{}", said.out);
}
