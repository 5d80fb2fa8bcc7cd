//! Proof 2: the solution passes every check, and the rubric is what `course.toml` says.

use harness::CheckStatus;

use super::Checker;
use crate::course::{Kind, Section};
use crate::error::Error;
use crate::repo::Place;

pub(super) fn check(checker: &mut Checker<'_>, section: &Section) -> Result<(), Error> {
    let file = checker.repo.section(Place::Solution, section).join("src/lib.rs");
    let shown = checker.repo.shown(&file);
    let graded = checker.grade(section, Place::Solution)?;
    let mut against: Vec<String> = graded.diagnostics.iter().map(|d| d.rendered.clone()).collect();
    against.extend(graded.refusal.clone());
    let failing = graded.report.checks.iter().filter(|c| c.status != CheckStatus::Passed);
    against.extend(failing.map(|c| format!("\"{}\" is {:?}: {}", c.name, c.status, c.message)));
    checker.claim(
        section,
        "the solution compiles without a warning and passes every check",
        against,
        format!("mend {shown}, or the check"),
    );

    let mut against = Vec::new();
    if graded.max != section.points {
        against.push(format!(
            "course.toml says {} points, the rubric adds up to {}",
            section.points, graded.max
        ));
    }
    let functions = |_: &&_| section.kind == Kind::Lesson;
    for check in graded.report.checks.iter().filter(functions) {
        if section.function(&check.function).is_none() {
            against.push(format!(
                "\"{}\" is of `{}`, which course.toml does not list",
                check.name, check.function
            ));
        }
    }
    for function in &section.functions {
        if !graded.report.checks.iter().any(|c| c.function == function.name) {
            against.push(format!("no check is of `{}`", function.name));
        }
    }
    checker.claim(
        section,
        "the rubric and course.toml agree",
        against,
        "set `points` in course.toml, or `.of(\"…\")` in the rubric".to_owned(),
    );
    Ok(())
}
