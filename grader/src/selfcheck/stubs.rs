//! Proof 1: the stub compiles without a warning, and no check passes on it.

use harness::CheckStatus;

use super::{Checker, Failure};
use crate::backup;
use crate::course::Section;
use crate::error::Error;
use crate::repo::Place;

pub(super) fn check(checker: &mut Checker<'_>, section: &Section) -> Result<(), Error> {
    if checker.options.bless {
        bless(checker, section)?;
    }
    exercise_is_the_stub(checker, section);

    let stub = checker.repo.stub(section);
    let shown = checker.repo.shown(&stub.join("src/lib.rs"));
    let graded = checker.grade_text(section, &stub, None)?;
    let said: Vec<String> = graded.diagnostics.iter().map(|d| d.rendered.clone()).collect();
    let refused = graded.refusal.clone().into_iter();
    checker.claim(
        section,
        "the stub compiles without a warning",
        said.into_iter().chain(refused).collect(),
        format!("mend {shown}: a parameter that is used in its `todo!` gives no warning"),
    );

    let mut against: Vec<String> = graded
        .report
        .checks
        .iter()
        .filter(|c| c.status != CheckStatus::NotStarted)
        .map(|c| format!("\"{}\" is {:?} on the stub: {}", c.name, c.status, c.message))
        .collect();
    if graded.report.checks.is_empty() {
        against.push("no check ran".to_owned());
    }
    checker.claim(
        section,
        "every check waits for the learner: none passes on the stub",
        against,
        "let the check call the learner's function before it expects anything".to_owned(),
    );
    Ok(())
}

fn exercise_is_the_stub(checker: &mut Checker<'_>, section: &Section) {
    let is_stub = backup::is_stub(checker.repo, section);
    let failure = (!is_stub).then(|| Failure {
        why: format!("exercises/{} is not what grader/stubs/{} holds", section.slug, section.slug),
        fix: "a learner's own work is fine there. A maintainer runs `cargo xtask selfcheck --bless` to make it the stub, or `cargo xtask reset` to go back to it".to_owned(),
        only_a_note: !checker.options.pristine,
    });
    checker.tell(&section.id, "the exercise is the stub", failure);
}

/// Makes what stands in `exercises/` the stub.
fn bless(checker: &Checker<'_>, section: &Section) -> Result<(), Error> {
    let (from, to) = (checker.repo.section(Place::Exercise, section), checker.repo.stub(section));
    if backup::is_stub(checker.repo, section) {
        return Ok(());
    }
    let _ = std::fs::remove_dir_all(&to);
    backup::copy_parts(&from, &to)
}
