//! Proof 4: exercise and solution promise the same, and every promise has an example.

use super::{Checker, Failure};
use crate::course::{Kind, Section};
use crate::error::Error;
use crate::fingerprint::files_below;
use crate::repo::Place;
use crate::source::{self, Item};

pub(super) fn check(checker: &mut Checker<'_>, section: &Section) -> Result<(), Error> {
    let stub = checker.repo.stub(section);
    let solution = checker.repo.section(Place::Solution, section);

    // A bless makes the exercise the stub before anything is compared with it.
    let stub = match checker.options.bless {
        true => checker.repo.section(Place::Exercise, section),
        false => stub,
    };
    let mut against = Vec::new();
    for file in
        files_below(&stub.join("Cargo.toml")).into_iter().chain(files_below(&stub.join("src")))
    {
        let relative = file.strip_prefix(&stub).unwrap_or(&file);
        let other = solution.join(relative);
        if !relative.ends_with("lib.rs") && std::fs::read(&file).ok() != std::fs::read(&other).ok()
        {
            against.push(format!(
                "{} and {} differ",
                checker.repo.shown(&file),
                checker.repo.shown(&other)
            ));
        }
    }
    checker.claim(
        section,
        "the solution has the exercise's manifest and given files",
        against,
        "make them the same to the byte".to_owned(),
    );

    let promised = public(&checker.read(&stub.join("src/lib.rs"))?);
    let kept = public(&checker.read(&solution.join("src/lib.rs"))?);
    let mut against = Vec::new();
    for item in &promised {
        match kept.iter().find(|k| k.name == item.name) {
            None => against.push(format!("the solution has no `{}`", item.name)),
            Some(k) if k.signature != item.signature => {
                against.push(format!("{} or {}", item.signature, k.signature));
            }
            Some(k) if k.doc != item.doc => {
                let line = k.doc.iter().zip(&item.doc).position(|(a, b)| a != b);
                let at = line
                    .map_or(String::new(), |l| format!(", first at \"{}\"", item.doc[l].trim()));
                against.push(format!("the doc comments of `{}` differ{at}", item.name));
            }
            Some(_) => {}
        }
    }
    let missing = kept.iter().filter(|k| !promised.iter().any(|p| p.name == k.name));
    against.extend(missing.map(|k| format!("the stub has no `{}`", k.name)));
    checker.claim(
        section,
        "stub and solution promise the same: signatures and doc comments",
        against,
        "make them the same to the letter; what differs is between the braces".to_owned(),
    );

    if section.kind == Kind::Quiz {
        return Ok(());
    }
    let mut against: Vec<String> = promised
        .iter()
        .filter(|item| !has_example(item))
        .map(|item| format!("`{}` has no example with an `assert` in its doc comment", item.name))
        .collect();
    let listed: Vec<&str> = section.functions.iter().map(|f| f.name.as_str()).collect();
    let written: Vec<&str> = promised.iter().map(|i| i.name.as_str()).collect();
    if listed != written {
        against.push(format!("course.toml lists {listed:?}, the stub has {written:?}"));
    }
    for function in section.functions.iter().filter(|f| f.hints.len() < 3) {
        against.push(format!("`{}` has fewer than three hints", function.name));
    }
    if section.learned.is_empty() {
        against.push("course.toml does not say what was `learned`".to_owned());
    }
    checker.claim(
        section,
        "every function has a worked example, three hints, and its place in course.toml",
        against,
        "add what is missing".to_owned(),
    );
    examples_hold(checker, section)
}

/// The examples of the doc comments, run against the solution.
fn examples_hold(checker: &mut Checker<'_>, section: &Section) -> Result<(), Error> {
    let output = std::process::Command::new(crate::build::cargo())
        .current_dir(checker.repo.root())
        .args(["test", "--quiet", "--doc", "--package", section.package(), "--manifest-path"])
        .arg(checker.repo.workspace(Place::Solution).join("Cargo.toml"))
        .output()
        .map_err(Error::NoCargo)?;
    let text = String::from_utf8_lossy(&output.stdout);
    let ran = text.lines().any(|l| l.starts_with("test result: ok.") && !l.contains(" 0 passed"));
    let failure = (!output.status.success() || !ran).then(|| Failure {
        why: format!("{text}{}", String::from_utf8_lossy(&output.stderr)).trim().to_owned(),
        fix: format!("`cargo test --doc -p {}` in solutions/ shows it", section.package()),
        only_a_note: false,
    });
    checker.tell(&section.id, "the examples are what the solution really gives", failure);
    Ok(())
}

fn public(source: &str) -> Vec<Item> {
    source::functions(source).into_iter().filter(|item| item.public).collect()
}

fn has_example(item: &Item) -> bool {
    let mut fenced = false;
    item.doc.iter().any(|line| {
        fenced ^= line.trim_start().starts_with("```");
        fenced && line.contains("assert")
    })
}
