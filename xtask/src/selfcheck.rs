//! `selfcheck`: the proofs, as they come.

use anyhow::Result;
use grader::selfcheck::{self, Options};

use crate::Outcome;
use crate::app::{App, print};
use crate::live::Live;

#[derive(clap::Args)]
pub struct Args {
    /// Only this section
    section: Option<String>,
    /// Make the exercises the stubs, and draw the pictures of the checks anew
    #[arg(long)]
    bless: bool,
    /// Demand that exercises/ holds the stubs, as the repository ships them (implied by CI=true)
    #[arg(long)]
    pristine: bool,
}

/// Proves every section, or one.
pub fn selfcheck(app: &App, args: &Args) -> Result<Outcome> {
    let only = args.section.as_deref().map(|name| app.course.find(name)).transpose()?;
    let pristine = args.pristine || in_ci();
    let count = prove(app, Options { only, pristine, bless: args.bless })?;
    print(&format!("\n{} proofs hold, {} do not\n", count.held, count.failed));
    Ok(if count.failed == 0 { Outcome::Holds } else { Outcome::Fails })
}

/// Whether CI runs this: there, `exercises/` has to be as the repository ships it.
pub fn in_ci() -> bool {
    std::env::var_os("CI").is_some_and(|v| v == "true" || v == "1")
}

/// How many proofs held.
#[derive(Default)]
pub struct Count {
    /// Held.
    pub held: usize,
    /// Did not.
    pub failed: usize,
}

/// Runs the proofs and prints each.
pub fn prove(app: &App, options: Options<'_>) -> Result<Count> {
    let paint = app.paint;
    let mut count = Count::default();
    let mut live = Live::start();
    selfcheck::run(&app.repo, &app.course, options, &mut |proof| {
        crate::live::clear();
        match &proof.failure {
            None => {
                count.held += 1;
                print(&format!("{} {:<6} {}\n", paint.green("✓"), proof.about, proof.claim));
            }
            Some(failure) => {
                let mark = match failure.only_a_note {
                    true => paint.yellow("!"),
                    false => paint.red("✗"),
                };
                count.failed += usize::from(!failure.only_a_note);
                let why = failure.why.replace('\n', "\n           ");
                print(&format!(
                    "{mark} {:<6} {}\n           {why}\n         {} {}\n",
                    proof.about,
                    proof.claim,
                    paint.cyan("→"),
                    failure.fix
                ));
            }
        }
        live.say(&format!("proving {} …", proof.about));
    })?;
    Ok(count)
}
