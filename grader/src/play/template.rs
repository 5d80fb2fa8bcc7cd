//! The manifest of `play` as it lies in `xtask/play`, and as it is built in `.overlay/play`.
//!
//! It is changed as text, line by line, so that all the rest of it stays as its author wrote it;
//! the file says that each entry stands on a line of its own, and a test holds it to that.

use std::collections::BTreeSet;
use std::path::Path;

use super::Whose;
use crate::error::Error;

/// How a section's path begins there.
const SOLUTIONS: &str = "path = \"../../solutions/";
/// The package's name in the copy: the two share a target folder, and cargo tells packages
/// apart by name, version and path below the workspace.
const NAMES: (&str, &str) = ("name = \"play\"", "name = \"play-overlay\"");
/// The sources stay where they are.
const SOURCES: (&str, &str) = ("path = \"src/", "path = \"../../xtask/play/src/");
const HEADER: &str = "# Made by `cargo xtask play` from xtask/play/Cargo.toml: the paths of the sections lead to\n# exercises/ where your code has passed. It is written anew when that changes.\n";

/// The manifest as it lies in `xtask/play`.
pub struct Template {
    text: String,
    /// The sections it depends on, in order.
    pub sections: Vec<Dependency>,
}

/// A section that `play` depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependency {
    /// The crate.
    pub package: String,
    /// Its folder below `solutions/`, such as `ch1/03_bpe`.
    pub slug: String,
}

impl Template {
    /// Reads it.
    pub fn read(path: &Path) -> Result<Template, Error> {
        let text = std::fs::read_to_string(path).map_err(Error::file("reading", path))?;
        Ok(Template::of(text))
    }

    fn of(text: String) -> Template {
        let sections = text.lines().filter_map(dependency).collect();
        Template { text, sections }
    }

    /// The manifest of the copy, with the code of whoever `whose` says for each crate. What has
    /// nobody's code is left out, and with it every feature that needs it.
    pub fn filled(&self, whose: &dyn Fn(&str) -> Whose) -> String {
        let is_there = |package: &str| !matches!(whose(package), Whose::Nobodys(_));
        let lost = self.lost_features(&is_there);
        let mut filled = HEADER.to_owned();
        let mut table = "";
        for line in self.text.lines().skip_while(|line| line.starts_with('#')) {
            if line.starts_with('[') {
                table = line;
            }
            // What only the tests need.
            let of_tests = table == "[dev-dependencies]" || table.starts_with("[profile.dev");
            if of_tests || line.starts_with('#') {
                continue;
            }
            let line = match (table, dependency(line), feature(line)) {
                (_, Some(section), _) => match whose(&section.package) {
                    Whose::Yours => line.replace("/solutions/", "/exercises/"),
                    Whose::Reference(_) => line.to_owned(),
                    Whose::Nobodys(_) => continue,
                },
                ("[features]", None, Some((name, _))) if lost.contains(name) => continue,
                ("[features]", None, Some((name, needs))) => {
                    let needs = needs.iter().filter(|need| !lost.contains(**need));
                    let needs: Vec<String> = needs.map(|need| format!("\"{need}\"")).collect();
                    format!("{name} = [{}]", needs.join(", "))
                }
                _ => line.replace(NAMES.0, NAMES.1).replace(SOURCES.0, SOURCES.1),
            };
            filled.push_str(&line);
            filled.push('\n');
        }
        filled
    }

    /// The features that need a crate that is not there, or a feature that does.
    fn lost_features(&self, is_there: &dyn Fn(&str) -> bool) -> BTreeSet<&str> {
        let mut lost: BTreeSet<&str> = BTreeSet::new();
        loop {
            let before = lost.len();
            for (name, needs) in self.text.lines().filter_map(feature) {
                let open = |need: &&str| match need.strip_prefix("dep:") {
                    Some(package) => !is_there(package),
                    None => lost.contains(need),
                };
                // The default is what is left.
                if name != "default" && needs.iter().any(open) {
                    lost.insert(name);
                }
            }
            if lost.len() == before {
                return lost;
            }
        }
    }
}

/// `bpe = { path = "../../solutions/ch1/03_bpe" }`
fn dependency(line: &str) -> Option<Dependency> {
    let (package, rest) = line.split_once(" = { ")?;
    let (slug, _) = rest.strip_prefix(SOLUTIONS)?.split_once('"')?;
    Some(Dependency { package: package.to_owned(), slug: slug.to_owned() })
}

/// `next = ["engine", "dep:output"]`
fn feature(line: &str) -> Option<(&str, Vec<&str>)> {
    let (name, list) = line.split_once(" = [")?;
    let list = list.strip_suffix(']')?;
    Some((name, list.split(", ").map(|need| need.trim_matches('"')).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The real one.
    fn template() -> Template {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        Template::read(&root.join("xtask/play/Cargo.toml")).expect("it is there")
    }

    fn filled(whose: &dyn Fn(&str) -> Whose) -> toml::Table {
        toml::from_str(&template().filled(whose)).expect("it is TOML")
    }

    fn paths(manifest: &toml::Table) -> Vec<String> {
        let dependencies = manifest["dependencies"].as_table().expect("there are some");
        let path = |value: &toml::Value| Some(value.get("path")?.as_str()?.to_owned());
        dependencies.values().filter_map(path).collect()
    }

    /// What the line-by-line reading finds is what TOML says.
    #[test]
    fn every_section_is_found() {
        let template = template();
        let manifest: toml::Table = toml::from_str(&template.text).expect("it is TOML");
        let of_sections = paths(&manifest).into_iter().filter(|p| p.contains("solutions")).count();
        assert_eq!(template.sections.len(), of_sections);
        let features = manifest["features"].as_table().expect("there are some");
        assert_eq!(template.text.lines().filter_map(feature).count(), {
            // Lists elsewhere are inside of braces.
            features.len()
        });
        let first = &template.sections[0];
        assert_eq!((first.package.as_str(), first.slug.as_str()), ("bpe", "ch1/03_bpe"));
    }

    #[test]
    fn a_passed_section_leads_to_exercises() {
        let manifest = filled(&|package| match package {
            "bpe" => Whose::Yours,
            _ => Whose::Reference(None),
        });
        assert_eq!(manifest["package"]["name"].as_str(), Some("play-overlay"));
        assert_eq!(manifest["bin"][0]["path"].as_str(), Some("../../xtask/play/src/main.rs"));
        assert_eq!(
            manifest["dependencies"]["bpe"]["path"].as_str(),
            Some("../../exercises/ch1/03_bpe")
        );
        let in_solutions =
            paths(&manifest).iter().filter(|p| p.starts_with("../../solutions/")).count();
        assert_eq!(in_solutions, template().sections.len() - 1);
        assert_eq!(manifest["dependencies"]["model"]["path"].as_str(), Some("../../model"));
        assert!(!manifest.contains_key("dev-dependencies"));
        assert!(manifest.contains_key("workspace") && manifest.contains_key("profile"));
    }

    /// In a copy without solutions, the commands that are possible stay.
    #[test]
    fn a_section_of_nobody_takes_its_commands_along() {
        let manifest = filled(&|package| match package {
            "bpe" | "tokenizer" | "similarity" => Whose::Yours,
            _ => Whose::Nobodys(None),
        });
        let features = manifest["features"].as_table().expect("there are some");
        assert_eq!(features.keys().collect::<Vec<_>>(), ["default", "neighbours"]);
        let default: Vec<_> = features["default"].as_array().into_iter().flatten().collect();
        assert_eq!(default, [&toml::Value::from("neighbours")]);
        assert_eq!(paths(&manifest).len(), 4);
    }

    #[test]
    fn without_the_cache_only_writing_is_lost() {
        let manifest = filled(&|package| match package {
            "kv_cache" => Whose::Nobodys(None),
            _ => Whose::Reference(None),
        });
        let default = format!("{:?}", manifest["features"]["default"]);
        assert!(default.contains("next") && !default.contains("write"), "{default}");
    }
}
