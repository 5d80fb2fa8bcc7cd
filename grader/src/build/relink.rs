//! Linking the checks with a changed library, without compiling them again.
//!
//! rustc compiles a program anew when a library it uses has changed at all. The checks call the
//! learner's functions by their symbols, and those stay the same while the signatures do. So
//! the checks are compiled once, against the pristine stub, and their objects are kept; a save
//! then compiles the learner's library and links. What a symbol does not tell is held fast:
//!
//! * A signature that changed has another symbol, so the linker finds none, and the checks are
//!   compiled as ever. Only the older symbol names ("legacy") carry the signature: where
//!   rustc gives others, nothing is kept.
//! * The objects hold copies of what is laid out or inlined at compile time: types, constants,
//!   trait implementations. So they serve only while the learner's code brings none of its own
//!   ([`same_but_functions`]).
//! * The stub is compiled optimized, because then rustc lets no other crate lean on the generic
//!   code in it, which the learner's library need not have; and incrementally, because then
//!   no function of it is inlined elsewhere of rustc's own accord.
//!
//! In doubt the full way is taken: it is slower, never wrong.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Build;
use super::process::Line;
use super::stamp::Stamp;
use super::step::Step;
use crate::error::Error;
use crate::fingerprint::files_below;

/// The calls of rustc that make the two halves.
#[derive(Clone, Copy)]
pub struct Both<'a> {
    /// The learner's library.
    pub library: &'a Step,
    /// The checks, linked with it.
    pub checks: &'a Step,
}

/// The checks' kept objects: how to link them.
#[derive(Deserialize, Serialize)]
struct Kept {
    link: Step,
    /// The checks and the stub, as they were.
    stamp: Stamp,
}

/// Links the check program with the library as it is now; `None` where that is not known to
/// be the same as compiling it.
pub fn program(build: Build<'_>, both: Both<'_>, folder: &Path) -> Result<Option<PathBuf>, Error> {
    let Some(section) = Section::of(build, both) else { return Ok(None) };
    if !same_but_functions(&section.source, &section.stub) {
        return Ok(None);
    }
    let own = folder.join("kept");
    let kept = match Kept::load(&own, &section) {
        Some(kept) => kept,
        None => match Kept::make(build, both, &own, &section)? {
            Some(kept) => kept,
            None => return Ok(None),
        },
    };
    let linked = kept.link.lines(build, &mut |_| {})?;
    Ok(both.checks.output().filter(|_| linked))
}

/// Where a section's sources are.
struct Section {
    /// `src/` of the learner.
    source: PathBuf,
    /// `src/` of the pristine stub.
    stub: PathBuf,
    /// The library's file, as rustc is told it.
    argument: String,
    /// All that a kept object is made of, besides libraries: those are the recipe's matter.
    files: Vec<PathBuf>,
}

impl Section {
    fn of(build: Build<'_>, both: Both<'_>) -> Option<Section> {
        let argument = both.library.arguments.iter().find(|a| a.ends_with("lib.rs"))?;
        let source = build.workspace.join(Path::new(argument).parent()?);
        let stub = stub_of(build.root, &source)?;
        let mut files = files_below(&stub);
        files.extend(files_below(&build.root.join("grader/checks")));
        files.push(std::env::current_exe().ok()?);
        Some(Section { source, stub, argument: argument.clone(), files })
    }
}

/// The pristine stub's `src/` for a section's, wherever that is laid out: in `exercises/`, or in
/// the overlay, where `/` has become `_`.
fn stub_of(root: &Path, source: &Path) -> Option<PathBuf> {
    let stubs = root.join("grader/stubs");
    if let Ok(slug) = source.strip_prefix(root.join("exercises")) {
        return Some(stubs.join(slug));
    }
    let laid = source.parent()?.strip_prefix(root.join(".overlay/sections")).ok()?;
    let name = laid.to_str()?;
    let (chapter, section) = name.split_once('_')?;
    let stub = stubs.join(chapter).join(section).join("src");
    stub.is_dir().then_some(stub)
}

impl Kept {
    fn load(own: &Path, section: &Section) -> Option<Kept> {
        let kept: Kept =
            serde_json::from_slice(&std::fs::read(own.join("kept.json")).ok()?).ok()?;
        (kept.stamp.holds() && kept.stamp.covers(&section.files)).then_some(kept)
    }

    /// Compiles the stub, then the checks against it, and keeps their objects.
    fn make(
        build: Build<'_>,
        both: Both<'_>,
        own: &Path,
        section: &Section,
    ) -> Result<Option<Kept>, Error> {
        let _ = std::fs::remove_dir_all(own);
        if std::fs::create_dir_all(own).is_err() {
            return Ok(None);
        }
        let stamp = Stamp::of(section.files.iter().cloned());
        let Some(folder) = both.checks.after("--out-dir") else { return Ok(None) };
        let here = |argument: &str| argument.replace(folder, &own.to_string_lossy());
        let lib = section.stub.join("lib.rs").to_string_lossy().into_owned();
        let mut stub =
            both.library.map(|a| if *a == section.argument { lib.clone() } else { here(a) });
        stub.arguments.extend(["-C", "opt-level=2", "--cap-lints=allow"].map(str::to_owned));
        if !stub.run(build, true, &mut |_| {})? {
            return Ok(None);
        }
        let mut checks = both.checks.map(here);
        checks.arguments.extend(["-C", "save-temps", "--print=link-args"].map(str::to_owned));
        let mut linking = None;
        let compiled = checks.lines(build, &mut |line| {
            if let Line::Out(line) = line {
                linking = Step::parse(&line).or(linking.take());
            }
        })?;
        let Some(link) = linking.filter(|_| compiled) else { return Ok(None) };
        if !keep_objects(own, build.package) {
            return Ok(None);
        }
        // What changes is linked from where the recipe puts it; the objects stay.
        let learner = both.library_file().unwrap_or_default();
        let output = both.checks.output().unwrap_or_default().to_string_lossy().into_owned();
        let link = link.map(|argument| match argument {
            a if a == here(&learner) => learner.clone(),
            a if a == here(&output) => output.clone(),
            a => a.to_owned(),
        });
        let kept = Kept { link, stamp };
        let written =
            serde_json::to_vec(&kept).map(|text| std::fs::write(own.join("kept.json"), text));
        Ok(matches!(written, Ok(Ok(()))).then_some(kept))
    }
}

impl Both<'_> {
    /// The learner's library, as the checks are told it.
    fn library_file(&self) -> Option<String> {
        let name = self.library.after("--crate-name")?;
        let given = |a: &String| a.strip_prefix(&format!("{name}=")).map(str::to_owned);
        self.checks.arguments.iter().find_map(given)
    }
}

/// Takes away what rustc leaves behind besides objects. Whether these name functions in the
/// way that carries their signatures.
fn keep_objects(own: &Path, package: &str) -> bool {
    let name = package.replace('-', "_");
    let legacy = format!("_ZN{}{name}", name.len());
    let mut carries_signatures = false;
    for file in files_below(own) {
        let is_object = file.extension().is_some_and(|e| e == "o");
        if is_object && file.starts_with(own) {
            let bytes = std::fs::read(&file).unwrap_or_default();
            carries_signatures |= bytes.windows(legacy.len()).any(|w| w == legacy.as_bytes());
        } else {
            let _ = std::fs::remove_file(&file);
        }
    }
    let _ = std::fs::remove_dir_all(own.join("incremental"));
    carries_signatures
}

/// Beginnings of lines that bring something of which the checks may hold a copy.
const NOT_JUST_FUNCTIONS: [&str; 13] = [
    "impl",
    "unsafe impl",
    "pub struct",
    "pub enum",
    "pub union",
    "pub const",
    "pub static",
    "pub trait",
    "macro_rules!",
    "include!",
    "extern",
    "#[inline",
    "#[path",
];

/// Whether the learner's code differs from the stub in functions only: all files beside
/// `lib.rs` that the stub has are the same, and no other brings types, constants or
/// implementations.
fn same_but_functions(source: &Path, stub: &Path) -> bool {
    let only_functions = |file: &Path| {
        std::fs::read_to_string(file).is_ok_and(|text| {
            let mut lines = text.lines().map(str::trim_start);
            !lines.any(|line| NOT_JUST_FUNCTIONS.iter().any(|start| line.starts_with(start)))
        })
    };
    let stubs = files_below(stub);
    let same = stubs.iter().all(|file| {
        let Ok(name) = file.strip_prefix(stub) else { return false };
        if name == Path::new("lib.rs") {
            return only_functions(file);
        }
        matches!((std::fs::read(file), std::fs::read(source.join(name))), (Ok(a), Ok(b)) if a == b)
    });
    same && files_below(source).iter().all(|file| {
        let Ok(name) = file.strip_prefix(source) else { return false };
        let given = name != Path::new("lib.rs") && stub.join(name).is_file();
        given || only_functions(file)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differs_only_in_functions(learner: &[(&str, &str)]) -> bool {
        let folder = tempfile::tempdir().expect("a folder");
        let (source, stub) = (folder.path().join("source"), folder.path().join("stub"));
        let write = |to: &Path, files: &[(&str, &str)]| {
            std::fs::create_dir_all(to).expect("written");
            for (name, text) in files {
                std::fs::write(to.join(name), text).expect("written");
            }
        };
        let given = ("words.rs", "pub struct Words;\nimpl Words {}\n");
        write(&stub, &[("lib.rs", "pub mod words;\npub fn f() {\n    todo!()\n}\n"), given]);
        write(&source, &[("lib.rs", "pub mod words;\npub fn f() {}\n"), given]);
        write(&source, learner);
        same_but_functions(&source, &stub)
    }

    #[test]
    fn functions_may_differ() {
        assert!(differs_only_in_functions(&[]));
        assert!(differs_only_in_functions(&[(
            "lib.rs",
            "fn helper() {}\npub fn f() { helper() }\n"
        )]));
        assert!(differs_only_in_functions(&[("more.rs", "pub fn helper() {}\n")]));
    }

    #[test]
    fn types_constants_and_given_files_may_not() {
        for text in [
            "pub struct S;",
            "impl Drop for words::Words {}",
            "mod a { impl X for Y {} }".replace("{ impl", "{\n impl").as_str(),
            "#[inline]\npub fn f() {}",
            "pub const N: u8 = 1;",
        ] {
            assert!(!differs_only_in_functions(&[("lib.rs", text)]), "{text}");
        }
        assert!(!differs_only_in_functions(&[("words.rs", "pub struct Words(u8);\n")]));
        assert!(!differs_only_in_functions(&[("more.rs", "impl Drop for crate::Words {}\n")]));
    }
}
