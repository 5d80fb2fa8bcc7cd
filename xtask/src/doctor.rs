//! `doctor`: what is wrong, and the command that mends it.

use anyhow::Result;

use crate::Outcome;
use crate::app::{App, print};

/// Looks at machine and checkout.
pub fn doctor(app: &App) -> Result<Outcome> {
    let paint = app.paint;
    let mut troubles = 0;
    for finding in grader::doctor::examine(&app.repo, &app.course, env!("CARGO_PKG_RUST_VERSION")) {
        let Some(trouble) = finding.trouble else {
            print(&format!("{} {}\n", paint.green("✓"), finding.what));
            continue;
        };
        let mark = if trouble.only_a_note { paint.yellow("!") } else { paint.red("✗") };
        troubles += usize::from(!trouble.only_a_note);
        print(&format!(
            "{mark} {}: {}\n    {}\n",
            finding.what,
            trouble.why,
            paint.cyan(&trouble.remedy)
        ));
    }
    print(&match troubles {
        0 => format!("\n{}\n", paint.green("Nothing stands in your way.")),
        1 => "\nOne thing to mend; the command stands under it.\n".to_owned(),
        n => format!("\n{n} things to mend; the commands stand under them.\n"),
    });
    Ok(if troubles == 0 { Outcome::Holds } else { Outcome::Fails })
}
