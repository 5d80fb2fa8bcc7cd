//! Whether the runner is newer than everything that it was made of, so that cargo need not be
//! asked: that takes as long as all the rest of a call.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Manifests and settings. cargo notes the sources of a program beside it, but not these.
const SETTINGS: [&str; 8] = [
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
    "xtask/Cargo.toml",
    "grader/Cargo.toml",
    "grader/harness/Cargo.toml",
    "grader/plain/Cargo.toml",
    "grader/support/Cargo.toml",
];

/// Whether nothing has changed since this program was built. In doubt: no.
pub fn is_fresh(program: &Path, root: &Path) -> bool {
    let Some(built) = changed(program) else { return false };
    let Ok(notes) = std::fs::read_to_string(program.with_extension("d")) else { return false };
    let Some(sources) = sources(&notes) else { return false };
    // A new compiler makes this launcher anew, before the runner.
    let Ok(launcher) = std::env::current_exe() else { return false };
    let settings = SETTINGS.iter().map(PathBuf::from);
    let mut made_of = sources.into_iter().chain(settings).map(|file| root.join(file));
    made_of.all(|file| changed(&file).is_some_and(|at| at < built))
        && changed(&launcher).is_some_and(|at| at < built)
}

fn changed(file: &Path) -> Option<SystemTime> {
    std::fs::metadata(file).ok()?.modified().ok()
}

/// The sources in a note of cargo's: `program: source source …`, a space in a path as `\\ `.
fn sources(notes: &str) -> Option<Vec<PathBuf>> {
    let (_, list) = notes.lines().next()?.split_once(": ")?;
    let mut files = vec![String::new()];
    let mut letters = list.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, letters.peek()) {
            ('\\', Some(' ')) => files.last_mut()?.extend(letters.next()),
            (' ', _) => files.push(String::new()),
            _ => files.last_mut()?.push(letter),
        }
    }
    Some(files.into_iter().filter(|file| !file.is_empty()).map(PathBuf::from).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargos_notes_are_read() {
        let notes = "/a b/target/debug/xtask: /a\\ b/x.rs /c/y.rs C:\\d\\z.rs\n";
        // The program's own path is not escaped at its colon: what follows counts.
        let files = sources(notes).expect("they are read");
        assert_eq!(files, ["/a b/x.rs", "/c/y.rs", "C:\\d\\z.rs"].map(PathBuf::from));
        assert_eq!(sources(""), None);
    }

    #[test]
    fn a_program_without_notes_is_not_fresh() {
        assert!(!is_fresh(Path::new("/nowhere/xtask"), Path::new("/nowhere")));
    }
}
