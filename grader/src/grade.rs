//! From a section's source to a verdict: build, run the checks, say what was graded.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use harness::{Report, Verdict};

use crate::build::{self, Build, Built, Diagnostic};
use crate::course::Section;
use crate::error::Error;
use crate::fingerprint;
use crate::repo::{Place, Repo};
use crate::source;

/// A learner's file larger than this is not one.
const LARGEST: u64 = 1 << 20;

/// How to grade.
pub struct Options<'a> {
    /// Whose code.
    pub place: Place,
    /// How the checks are run: seed, jobs, limits.
    pub checks: harness::Options,
    /// Whether rustc's words come in colour.
    pub colour: bool,
    /// Set from another thread to stop.
    pub cancelled: &'a AtomicBool,
    /// See [`Build::own_group`].
    pub own_group: bool,
}

/// What came out.
#[derive(Clone, Debug)]
pub struct Graded {
    /// The verdict on the section.
    pub verdict: Verdict,
    /// The checks; none when it does not compile.
    pub report: Report,
    /// What rustc refused or warned of.
    pub diagnostics: Vec<Diagnostic>,
    /// Why it does not compile, where rustc's words would not say it.
    pub refusal: Option<String>,
    /// The points earned.
    pub points: u32,
    /// The points that could be earned.
    pub max: u32,
    /// The hash of the code that was graded.
    pub code: String,
}

/// What happens on the way.
pub enum Event<'a> {
    /// cargo is at work.
    Build(build::Event<'a>),
    /// The checks are running.
    Check(harness::Event<'a>),
}

/// Grades one section.
pub fn grade(
    repo: &Repo,
    section: &Section,
    options: &Options<'_>,
    on_event: &mut dyn FnMut(Event<'_>),
) -> Result<Graded, Error> {
    let folder = repo.section(options.place, section);
    let code = fingerprint::of_code(repo, section);
    let file = folder.join("src/lib.rs");
    if let Some(refusal) = unreadable(repo, section, &file)? {
        return Ok(refused(section, code, Vec::new(), Some(refusal)));
    }
    manifest_is_there(repo, section, &folder)?;
    let built = build::build(
        Build {
            root: repo.root(),
            workspace: &repo.workspace(options.place),
            package: section.package(),
            colour: options.colour,
            cancelled: options.cancelled,
            own_group: options.own_group,
        },
        &mut |event| on_event(Event::Build(event)),
    )?;
    let (program, warnings) = match built {
        Built::Program(program, warnings) => (program, warnings),
        Built::Refused(diagnostics) => {
            let refusal = if diagnostics.iter().any(|d| d.is_error && d.in_library) {
                None
            } else {
                Some(not_the_stub(repo, section, &file, &diagnostics)?)
            };
            let of_library = diagnostics.into_iter().filter(|d| d.in_library).collect();
            return Ok(refused(section, code, of_library, refusal));
        }
    };
    let mut report =
        harness::supervise(&program, &options.checks, options.cancelled, &mut |event| {
            on_event(Event::Check(event));
        })
        .map_err(|e| match e {
            harness::StartError::Cancelled => Error::Cancelled,
            other => Error::Checks(other),
        })?;
    if let Ok(source) = std::fs::read_to_string(&file) {
        say_what_rests_on_what(&mut report, &source);
    }
    Ok(Graded {
        verdict: report.verdict(),
        points: report.points(),
        max: report.max(),
        report,
        diagnostics: warnings,
        refusal: None,
        code,
    })
}

/// A wrong function fails the checks of all that call it. Which that are, the learner's own code
/// says.
fn say_what_rests_on_what(report: &mut Report, source: &str) {
    let required = report.checks.iter().filter(|check| check.is_wrong() && !check.stretch);
    let not_right: Vec<String> = required.map(|check| check.function.clone()).collect();
    for check in report.checks.iter_mut().filter(|check| check.is_wrong()) {
        let mut called = source::called_by(source, &check.function);
        // What the check itself called, to see whether two functions fit together.
        let calls = check.evidence.iter().flat_map(|evidence| &evidence.calls);
        for (other, _) in calls.filter_map(|call| call.split_once('(')) {
            called.push(other.to_owned());
            called.extend(source::called_by(source, other));
        }
        // Not one that names this function in turn: of two that name each other, neither rests on
        // the other, and both are shown.
        let candidates: Vec<(&String, Vec<String>)> = not_right
            .iter()
            .filter(|name| **name != check.function && called.contains(name))
            .map(|name| (name, source::called_by(source, name)))
            .filter(|(_, below)| !below.contains(&check.function))
            .collect();
        // The lowest: one that calls none of the others.
        let lowest = candidates.iter().find(|(name, below)| {
            !candidates.iter().any(|(other, _)| other != name && below.contains(other))
        });
        check.rests_on = lowest.map(|(name, _)| (*name).clone());
    }
}

fn refused(
    section: &Section,
    code: String,
    diagnostics: Vec<Diagnostic>,
    refusal: Option<String>,
) -> Graded {
    Graded {
        verdict: Verdict::DoesNotCompile,
        report: Report { checks: Vec::new() },
        diagnostics,
        refusal,
        points: 0,
        max: section.points,
        code,
    }
}

/// Whether the file cannot be Rust at all, and what to say then.
fn unreadable(repo: &Repo, section: &Section, file: &Path) -> Result<Option<String>, Error> {
    let path = repo.shown(file);
    let id = &section.id;
    let Ok(metadata) = std::fs::metadata(file) else {
        return Err(Error::Missing { path, remedy: format!("cargo xtask reset {id}") });
    };
    if metadata.len() > LARGEST {
        return Err(Error::TooLarge { path, size: metadata.len(), id: id.clone() });
    }
    let bytes = std::fs::read(file).map_err(Error::file("reading", file))?;
    Ok(match std::str::from_utf8(&bytes) {
        Err(e) => {
            let line = 1 + bytes[..e.valid_up_to()].iter().filter(|&&b| b == b'\n').count();
            Some(format!(
                "{path} is not UTF-8: line {line} has the byte {:#04X}, and Rust source has to be UTF-8.\n\
                 Save it as UTF-8, or start over with `cargo xtask reset {id}` (your file is kept in a backup).",
                bytes[e.valid_up_to()],
            ))
        }
        Ok(text) if text.trim().is_empty() => Some(format!(
            "{path} is empty, and the checks look for {} in it.\n\
             Bring the stub back with `cargo xtask reset {id}`, or what you had with your editor's undo.",
            names(section),
        )),
        Ok(_) => None,
    })
}

fn manifest_is_there(repo: &Repo, section: &Section, folder: &Path) -> Result<(), Error> {
    let manifest = folder.join("Cargo.toml");
    if manifest.is_file() {
        return Ok(());
    }
    let remedy = format!("cargo xtask reset {}", section.id);
    Err(Error::Missing { path: repo.shown(&manifest), remedy })
}

fn names(section: &Section) -> String {
    let names: Vec<String> = section.functions.iter().map(|f| format!("`{}`", f.name)).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => "its functions".to_owned(),
    }
}

/// The library compiles but the checks do not: some signature is not the stub's any more.
/// rustc's own words would show the hidden checks, so say which signature it is instead.
fn not_the_stub(
    repo: &Repo,
    section: &Section,
    file: &Path,
    diagnostics: &[Diagnostic],
) -> Result<String, Error> {
    let learner = std::fs::read_to_string(file).map_err(Error::file("reading", file))?;
    let stub_file = repo.stub(section).join("src/lib.rs");
    let stub = std::fs::read_to_string(&stub_file).map_err(Error::file("reading", &stub_file))?;
    let mut lines = Vec::new();
    for function in &section.functions {
        let Some(wanted) = source::signature_in(&stub, &function.name) else { continue };
        match source::signature_in(&learner, &function.name) {
            Some(given) if given == wanted => {}
            Some(given) => lines.push(format!("  expected  {wanted}\n  got       {given}")),
            None => lines.push(format!("  missing   {wanted}")),
        }
    }
    if lines.is_empty() && learner == stub {
        let why: Vec<&str> = diagnostics.iter().map(|d| d.rendered.as_str()).collect();
        return Err(Error::BrokenChecks { id: section.id.clone(), why: why.join("\n") });
    }
    let said = diagnostics.iter().find(|d| d.is_error).map(|d| d.message.as_str());
    let detail = match lines.is_empty() {
        true => format!("  rustc says: {}", said.unwrap_or("nothing more")),
        false => lines.join("\n"),
    };
    Ok(format!(
        "{} compiles, but the checks cannot call it as the stub promised:\n{detail}\n\
         Names, types and `pub` are fixed; what stands between the braces is yours.",
        repo.shown(file),
    ))
}

#[cfg(test)]
mod tests {
    use harness::{CheckReport, CheckStatus};

    use super::*;

    /// What each function is said to rest on when all of these fail.
    fn said(source: &str, failing: &[&str]) -> Vec<Option<String>> {
        let check = |name: &&str| CheckReport {
            name: format!("{name} works"),
            function: (*name).to_owned(),
            status: CheckStatus::Failed,
            points: 0,
            max: 1,
            stretch: false,
            message: String::new(),
            diagnosis: None,
            explanation: None,
            rests_on: None,
            evidence: None,
            printed: String::new(),
        };
        let mut report = Report { checks: failing.iter().map(check).collect() };
        say_what_rests_on_what(&mut report, source);
        report.checks.into_iter().map(|check| check.rests_on).collect()
    }

    #[test]
    fn what_calls_a_wrong_function_rests_on_the_lowest_of_them() {
        let source = "pub fn a() {}\n\npub fn b() {\n    a()\n}\n\npub fn c() {\n    b()\n}\n";
        let a = Some("a".to_owned());
        assert_eq!(said(source, &["a", "b", "c"]), [None, a.clone(), a]);
        assert_eq!(said(source, &["b", "c"]), [None, Some("b".to_owned())]);
    }

    #[test]
    fn two_that_name_each_other_are_both_shown() {
        // `norm` is a variable in `dot`; nothing tells it from a call.
        let source = "pub fn dot() {\n    let norm = 1;\n}\n\npub fn norm() {\n    dot()\n}\n";
        assert_eq!(said(source, &["dot", "norm"]), [None, None]);
    }
}
