//! `verify`: every section, and the progress rebuilt from what is found.

use std::sync::atomic::AtomicBool;

use anyhow::Result;
use harness::Verdict;

use crate::Outcome;
use crate::app::{App, print};
use crate::check::{self, How};
use crate::live::Live;

#[derive(clap::Args)]
pub struct Args {
    /// Seed of the random inputs; the same by default, so that two runs agree
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

/// Checks every section that is there. One that cannot be checked never stops the others.
pub fn verify(app: &App, args: &Args) -> Result<Outcome> {
    let paint = app.paint;
    let never = AtomicBool::new(false);
    let (mut passed, mut all, mut broken) = (0, 0, None);
    for section in app.course.written() {
        all += 1;
        let how =
            How { seed: args.seed, cancelled: &never, own_group: false, on_error: &mut |_| {} };
        let title = format!("{:<5} {:<40}", section.id, section.title);
        match check::check(app, section, &mut Live::start(), how) {
            Ok(graded) => {
                app.update(|p| p.record(&app.repo, section, &graded));
                let mark = match graded.verdict {
                    Verdict::Passed => paint.green("✓"),
                    Verdict::NotStarted => paint.dim("·"),
                    Verdict::Failed | Verdict::DoesNotCompile => paint.red("✗"),
                };
                passed += usize::from(graded.verdict == Verdict::Passed);
                let what = match graded.verdict {
                    Verdict::NotStarted => paint.dim("not started"),
                    _ => check::sum(&graded, paint),
                };
                print(&format!("{mark} {title} {what}\n"));
            }
            Err(e) => {
                print(&format!(
                    "{} {title} {}\n",
                    paint.red("!"),
                    paint.red("could not be checked")
                ));
                crate::live::clear();
                eprintln!("{e}\n");
                broken = Some(section.id.clone());
            }
        }
    }
    print(&format!("\n{passed} of {all} done. The progress is what was found.\n"));
    if let Some(id) = broken {
        anyhow::bail!("section {id} could not be checked; `cargo xtask doctor` says what mends it");
    }
    Ok(if passed == all { Outcome::Holds } else { Outcome::Fails })
}
