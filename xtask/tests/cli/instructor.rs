//! What an instructor does: swap, seeds, plain cargo.

use crate::fixture::{Course, FIRST};

#[test]
fn swap_puts_the_reference_in_and_brings_the_code_back_whole() {
    let course = Course::new();
    course.solve_first("x + 1", "word.to_owned()");
    let mine = course.read(FIRST);
    let said = course.run(&["swap", "1.1", "--to", "solution"]);
    insta::assert_snapshot!(said.out, @"
    1.1 exercises/ch1/01_double/src/lib.rs holds the reference now. The code that was there is kept aside whole;
        cargo xtask swap 1.1 --back puts it back.
    ");
    assert_eq!(course.run(&["run", "1.1"]).code, Some(0));
    assert!(course.run(&["list"]).out.contains("reference in place"));
    assert_eq!(course.run(&["swap", "1.1", "--to", "solution"]).code, Some(2));

    course.write(FIRST, course.read(FIRST) + "// noted in class\n");
    let said = course.run(&["swap", "1.1", "--back"]);
    assert!(said.out.contains("The reference had been edited meanwhile"), "{}", said.out);
    assert_eq!(course.read(FIRST), mine);
    course.run(&["undo"]);
    assert!(course.read(FIRST).ends_with("// noted in class\n"));
    assert_eq!(course.run(&["swap", "1.1", "--back"]).code, Some(2));
    assert_eq!(course.run(&["swap", "1.1"]).code, Some(2));
}

#[test]
fn a_copy_without_solutions_says_so() {
    let course = Course::new();
    std::fs::remove_dir_all(course.path("solutions")).expect("it was there");
    for command in
        [&["swap", "1.1", "--to", "solution"][..], &["solution", "1.1", "--reveal"], &["selfcheck"]]
    {
        let said = course.run(command);
        assert_eq!(said.code, Some(2), "{command:?}");
        assert!(said.err.contains("comes without solutions"), "{}", said.err);
    }
    assert_eq!(course.run(&["next"]).code, Some(1));
}

#[test]
fn a_seed_makes_runs_agree_or_differ() {
    let course = Course::new();
    // Wrong for one word only, which some seeds do not draw.
    course.solve_first(
        "x + x",
        "if word.contains('q') { String::new() } else { word.repeat(times) }",
    );
    let verdicts: Vec<String> = (0..12)
        .map(|seed| course.run(&["run", "1.1", "--json", "--seed", &seed.to_string()]).out)
        .collect();
    assert!(verdicts.iter().any(|v| *v != verdicts[0]), "{}", verdicts[0]);
    assert_eq!(course.run(&["run", "1.1", "--json", "--seed", "3"]).out, verdicts[3]);
}
