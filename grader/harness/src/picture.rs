//! Tables and pictures of expected output, held by insta.
//!
//! A picture is a file of insta's own format under `grader/checks/pictures/`.
//! `cargo xtask selfcheck --bless` draws it anew from the solution, and `cargo insta review`
//! reads it too.

use std::path::Path;

use crate::calls;
use crate::report::Evidence;
use crate::trial::Trial;

/// Set by `selfcheck --bless`: pictures are drawn anew instead of compared.
const BLESS: &str = "LLMLINGS_BLESS";

/// Expects that a table or picture, drawn from what the code under check gave, is the one
/// kept under this name: `picture!(t, "bpe_merges", &drawn)`.
#[macro_export]
macro_rules! picture {
    ($trial:expr, $name:literal, $drawn:expr) => {{
        let file = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../grader/checks/pictures/",
            $name,
            ".snap"
        );
        $trial.picture(std::path::Path::new(file), $drawn)
    }};
}

impl Trial {
    /// See [`picture!`](crate::picture!).
    pub fn picture(&mut self, file: &Path, drawn: &str) {
        if std::env::var_os(BLESS).is_some() {
            bless(file, drawn);
        }
        let snapshot = match insta::Snapshot::from_file(file) {
            Ok(snapshot) => snapshot,
            Err(e) => panic!("no picture at {}: {e}", file.display()),
        };
        let expected = snapshot.contents().as_text().map(ToString::to_string).unwrap_or_default();
        if expected.trim_end() == drawn.trim_end() {
            calls::forget();
            return;
        }
        self.fail(Evidence {
            calls: calls::shown(false),
            expected: Some(expected.trim_end().to_owned()),
            got: Some(drawn.trim_end().to_owned()),
            ..Evidence::default()
        });
        calls::forget();
    }
}

fn bless(file: &Path, drawn: &str) {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(file.parent().unwrap_or(Path::new(".")));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name.as_ref(), drawn));
}
