//! `swap`: the reference in place of a section's code, and back.

use anyhow::Result;
use grader::backup;

use crate::Outcome;
use crate::app::{App, print};

#[derive(clap::Args)]
#[command(group(clap::ArgGroup::new("way").required(true).args(["to", "back"])))]
pub struct Args {
    /// The section
    section: String,
    /// What to put in place
    #[arg(long, value_name = "WHAT", value_parser = ["solution"])]
    to: Option<String>,
    /// Put the code that was there back
    #[arg(long)]
    back: bool,
}

/// Swaps the reference in, or out again.
pub fn swap(app: &App, args: &Args) -> Result<Outcome> {
    let section = app.course.find(&args.section)?;
    let file = app.repo.shown(&app.repo.learner_file(section));
    if args.to.is_some() {
        backup::swap_in(&app.repo, section)?;
        print(&format!(
            "{} {file} holds the reference now. The code that was there is kept aside whole;\n    {} puts it back.\n",
            section.id,
            app.paint.cyan(&format!("cargo xtask swap {} --back", section.id))
        ));
        return Ok(Outcome::Holds);
    }
    let kept = backup::swap_back(&app.repo, section)?;
    print(&format!("{} {file} is back as it was before the swap.\n", section.id));
    if let Some(backup) = kept {
        print(&format!(
            "    The reference had been edited meanwhile; that is kept: {}.\n",
            app.paint.cyan(&format!("cargo xtask undo {}", backup.number))
        ));
    }
    Ok(Outcome::Holds)
}
