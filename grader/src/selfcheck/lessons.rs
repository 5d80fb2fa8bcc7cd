//! Proof 5: the lesson is there, as long as its minutes promise, and its links lead somewhere.

use super::Checker;
use crate::course::Section;
use crate::error::Error;
use crate::lesson;

/// How far a lesson's length may lie from what its minutes promise.
const MARGIN: f64 = 0.3;
/// How wide a line of code may be: 80 columns in the terminal, less its indentation.
const CODE_COLUMNS: usize = 76;

/// What there is to say against so many words for a section's minutes.
pub(super) fn length(checker: &Checker<'_>, section: &Section, words: usize) -> Vec<String> {
    let promised = section.minutes as usize * checker.course.words_per_minute;
    if (words as f64 / promised as f64 - 1.0).abs() <= MARGIN {
        return Vec::new();
    }
    vec![format!("{words} words for {} minutes, which promise about {promised}", section.minutes)]
}

pub(super) fn check(checker: &mut Checker<'_>, section: &Section) -> Result<(), Error> {
    let path = checker.repo.lesson(section);
    let shown = checker.repo.shown(&path);
    let text = checker.read(&path)?;

    let against = length(checker, section, lesson::words(&text));
    checker.claim(
        section,
        "the lesson is as long as its minutes promise",
        against,
        format!("tighten or extend {shown}"),
    );

    let folder = path.parent().unwrap_or(&path);
    let mut against: Vec<String> = lesson::broken_links(&text, folder)
        .into_iter()
        .map(|(target, why)| format!("{target}: {why}"))
        .collect();
    let headings = lesson::headings(&text);
    let title = format!("{} {}", section.id, section.title);
    if headings.first() != Some(&(1, title.clone())) {
        against.push(format!("it does not begin with `# {title}`"));
    }
    for function in &section.functions {
        if !headings.iter().any(|(_, heading)| *heading == function.lesson) {
            against.push(format!(
                "no heading \"{}\", where `{}` is taught",
                function.lesson, function.name
            ));
        }
    }
    let wide = lesson::wide_code(&text, CODE_COLUMNS).into_iter();
    against.extend(wide.map(|line| format!("wider than {CODE_COLUMNS} columns: {line}")));
    let has_picture =
        !lesson::pictures(&text).is_empty() || text.contains("```") || text.contains("\n|");
    if !has_picture {
        against.push("it has no picture and no table".to_owned());
    }
    checker.claim(
        section,
        "the lesson has its title, its headings, a picture, code that fits, and links that lead somewhere",
        against,
        format!("mend {shown}, or `lesson` in course.toml"),
    );
    Ok(())
}
