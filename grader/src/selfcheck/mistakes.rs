//! Proof 3: every planted mistake is caught and named, and never taken for another.

use super::Checker;
use crate::course::Section;
use crate::error::Error;
use crate::fingerprint::files_below;
use crate::repo::Place;
use crate::source;

pub(super) fn check(checker: &mut Checker<'_>, section: &Section) -> Result<(), Error> {
    let folder = checker.repo.mistakes(section);
    let mut files = files_below(&folder);
    files.retain(|file| file.extension().is_some_and(|e| e == "rs") && !file.ends_with("lib.rs"));
    checker.claim(
        section,
        "classic mistakes are planted",
        if files.len() < 4 { vec![format!("only {} are", files.len())] } else { Vec::new() },
        format!("add some to {}", checker.repo.shown(&folder)),
    );
    let solution = checker.repo.section(Place::Solution, section);
    let reference = checker.read(&solution.join("src/lib.rs"))?;
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mistake = checker.read(&file)?;
        let program = source::patched(&reference, &mistake);
        let mut against = Vec::new();
        if program == reference {
            against.push("it replaces nothing of the solution".to_owned());
        }
        let graded = checker.grade_text(section, &solution, Some(&program))?;
        against
            .extend(graded.diagnostics.iter().filter(|d| d.is_error).map(|d| d.rendered.clone()));
        against.extend(graded.refusal.clone());
        let failing: Vec<_> = graded.report.checks.iter().filter(|c| c.points < c.max).collect();
        let named = |check: &&&harness::CheckReport| check.diagnosis.as_deref() == Some(&name);
        if against.is_empty() && failing.is_empty() {
            against.push("it passes every check".to_owned());
        } else if !failing.iter().any(|c| named(&c)) {
            let seen: Vec<String> = failing.iter().map(|c| format!("\"{}\"", c.name)).collect();
            against.push(format!("it fails {} but is not named there", seen.join(", ")));
        }
        for check in &failing {
            if let Some(other) = check.diagnosis.as_ref().filter(|d| **d != name) {
                against.push(format!("\"{}\" takes it for `{other}`", check.name));
            }
            if check.diagnosis.is_some() && check.explanation.as_ref().is_none_or(String::is_empty)
            {
                against.push("its header explains nothing".to_owned());
            }
        }
        let shown = checker.repo.shown(&file);
        checker.claim(
            section,
            &format!("the mistake `{name}` is caught and named"),
            against,
            format!("give the check an input on which {shown} differs from the solution and from the other mistakes, and list it there with `wrong in`"),
        );
    }
    Ok(())
}
