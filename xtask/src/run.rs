//! `run`: one section, for people or as JSON.

use std::sync::atomic::AtomicBool;

use anyhow::Result;
use grader::course::Section;
use grader::grade::Graded;
use harness::Verdict;
use serde_json::{Value, json};

use crate::Outcome;
use crate::app::{App, print};
use crate::check::{self, How};
use crate::live::Live;

#[derive(clap::Args)]
pub struct Args {
    /// The section: 1.3, bpe or ch1/03_bpe; the current one when left out
    section: Option<String>,
    /// Seed of the random inputs; the same by default, so that two runs agree
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// The verdict as JSON
    #[arg(long)]
    json: bool,
}

/// Checks one section.
pub fn run(app: &App, args: &Args) -> Result<Outcome> {
    let section = app.section(args.section.as_deref())?;
    let never = AtomicBool::new(false);
    let mut errors = 0;
    let mut live = if args.json { Live::silent() } else { Live::start() };
    let graded = check::check(
        app,
        section,
        &mut live,
        How {
            seed: args.seed,
            cancelled: &never,
            own_group: false,
            on_error: &mut |error| {
                if !args.json {
                    errors += 1;
                    print(&format!("{error}\n\n"));
                }
            },
        },
    )?;
    drop(live);
    app.update(|p| p.record(&app.repo, section, &graded));
    if args.json {
        print(&format!("{:#}\n", as_json(section, &graded)));
    } else {
        if graded.verdict != Verdict::DoesNotCompile {
            print(&format!("{}\n\n", app.title(section)));
        }
        print(&check::verdict(app, section, &graded, errors > 0));
        print(&format!("\n{}\n", check::sum(&graded, app.paint)));
    }
    Ok(if graded.verdict == Verdict::Passed { Outcome::Holds } else { Outcome::Fails })
}

fn as_json(section: &Section, graded: &Graded) -> Value {
    let checks: Vec<Value> = graded
        .report
        .checks
        .iter()
        .map(|c| {
            json!({
                "name": c.name,
                "function": c.function,
                "status": c.status,
                "points": c.points,
                "max": c.max,
                "stretch": c.stretch,
                "message": c.message,
                "diagnosis": c.diagnosis,
                "rests_on": c.rests_on,
            })
        })
        .collect();
    let mut value = json!({
        "id": section.id,
        "status": graded.verdict,
        "points": graded.points,
        "max": graded.max,
        "checks": checks,
    });
    if graded.verdict == Verdict::DoesNotCompile {
        let errors: Vec<&str> =
            graded.diagnostics.iter().filter(|d| d.is_error).map(|d| d.rendered.as_str()).collect();
        value["errors"] =
            json!(graded.refusal.as_deref().into_iter().chain(errors).collect::<Vec<_>>());
    }
    value
}
