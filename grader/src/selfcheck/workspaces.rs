//! The two workspaces agree, so that a solution is built as an exercise is.

use std::collections::BTreeMap;

use super::{Checker, Failure};
use crate::error::Error;

pub(super) fn check(checker: &mut Checker<'_>) -> Result<(), Error> {
    let root = checker.repo.root();
    let parse = |path: &str| -> Result<toml::Table, Error> {
        let path = root.join(path);
        let text = checker.read(&path)?;
        toml::from_str(&text).map_err(|e| Error::BrokenCourse { path, why: e.to_string() })
    };
    let (ours, theirs) = (locked(&parse("Cargo.lock")?), locked(&parse("solutions/Cargo.lock")?));
    let mut against: Vec<String> = theirs
        .iter()
        .filter(|(name, versions)| {
            !versions.iter().all(|v| ours.get(*name).is_some_and(|o| o.contains(v)))
        })
        .map(|(name, versions)| {
            format!("solutions/Cargo.lock has {name} {versions:?}, the root {:?}", ours.get(name))
        })
        .collect();
    let (root_manifest, solutions) = (parse("Cargo.toml")?, parse("solutions/Cargo.toml")?);
    if root_manifest.get("profile") != solutions.get("profile") {
        against.push("Cargo.toml and solutions/Cargo.toml have other profiles".to_owned());
    }
    let failure = (!against.is_empty()).then(|| Failure {
        why: against.join("\n"),
        fix: "`cargo update --manifest-path solutions/Cargo.toml -p NAME --precise VERSION`, or the same profile in both".to_owned(),
        only_a_note: false,
    });
    checker.tell("course", "exercises and solutions are built with the same versions", failure);
    Ok(())
}

/// The versions of each package from a registry in a lock file.
fn locked(lock: &toml::Table) -> BTreeMap<String, Vec<String>> {
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let packages = lock.get("package").and_then(toml::Value::as_array);
    for package in packages.into_iter().flatten() {
        let text = |key: &str| package.get(key).and_then(toml::Value::as_str).map(str::to_owned);
        if let (Some(name), Some(version), Some(_)) =
            (text("name"), text("version"), text("source"))
        {
            versions.entry(name).or_default().push(version);
        }
    }
    versions
}
