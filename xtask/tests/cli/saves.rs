//! Save after save: the verdict is of the code as it is now, whichever way it was built. After
//! the first build the checks are only linked anew, as long as that is sure to be the same.

use crate::fixture::{Course, FIRST};

/// What each save must come to: all hold, some fail, or it does not compile.
fn verdict(course: &Course) -> &'static str {
    let said = course.run(&["run", "1.1"]);
    match (said.code, said.out.contains("does not compile yet")) {
        (Some(0), false) => "passed",
        (Some(1), false) => "failed",
        (Some(1), true) => "refused",
        _ => panic!("{:?}\n{}{}", said.code, said.out, said.err),
    }
}

#[test]
fn every_save_is_judged_as_it_stands() {
    let course = Course::new();
    let repeat = "word.repeat(times)";
    course.solve_first("x * 2", repeat);
    assert_eq!(verdict(&course), "passed");
    for round in 0..3 {
        course.solve_first(&format!("x + 2 + {round} - {round}"), repeat);
        assert_eq!(verdict(&course), "failed");
        course.solve_first(&format!("x + x + {round} - {round}"), repeat);
        assert_eq!(verdict(&course), "passed");
    }
}

#[test]
fn what_is_not_just_functions_is_built_whole() {
    let course = Course::new();
    let repeat = "word.repeat(times)";
    course.solve_first("x * 2", repeat);
    assert_eq!(verdict(&course), "passed");
    course.solve_first("x * 2 + 0", repeat);
    assert_eq!(verdict(&course), "passed");
    let right = course.read(FIRST);
    let changed = [
        // Inlined into the checks; then, not inlined any more, wrong.
        ("passed", right.replace("pub fn double", "#[inline(always)]\npub fn double")),
        (
            "failed",
            right
                .replace("pub fn double", "#[inline(always)]\npub fn double")
                .replace("x * 2 + 0", "x * 3"),
        ),
        ("failed", right.replace("x * 2 + 0", "x * 4")),
        // Another signature is another function.
        ("refused", right.replace("double(x: u32) -> u32", "double(x: u64) -> u64")),
        ("refused", right.replace("pub fn double", "fn double")),
        // A helper of one's own, with a type and an implementation.
        (
            "passed",
            format!(
                "{right}\nstruct Own(u32);\nimpl Drop for Own {{\n    fn drop(&mut self) {{}}\n}}\npub fn own() {{\n    drop(Own(1));\n}}\n"
            ),
        ),
        ("passed", right.clone()),
    ];
    for (expected, code) in changed {
        course.write(FIRST, &code);
        assert_eq!(verdict(&course), expected, "{code}");
    }
}

/// The sameness above would hold without any of it; so: it is used.
#[cfg(unix)]
#[test]
fn the_checks_are_compiled_once() {
    let course = Course::new();
    // Other tests build the same section, in the same target folder.
    for round in 0..20 {
        course.solve_first(&format!("x + x + {round} - {round}"), "word.repeat(times)");
        assert_eq!(verdict(&course), "passed");
        let kept = course.replayed("double").join("kept/kept.json");
        let own = course.path("grader").canonicalize().expect("it is there");
        if std::fs::read_to_string(kept).is_ok_and(|text| text.contains(&*own.to_string_lossy())) {
            return;
        }
    }
    panic!("no save was only linked");
}
