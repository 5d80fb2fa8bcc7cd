//! Checking one section and showing what came out: what `next`, `run`, `watch` and `verify`
//! have in common.

use std::sync::atomic::AtomicBool;

use grader::course::Section;
use grader::grade::{self, Event, Graded};
use grader::{Kind, Place, build};
use harness::{CheckReport, Paint, Verdict, render_report};

use crate::app::App;
use crate::live::Live;

/// How many of rustc's warnings are shown beside a verdict.
const WARNINGS: usize = 3;

/// How to check.
pub struct How<'a> {
    /// The seed of the random inputs, if not the usual one.
    pub seed: Option<u64>,
    /// Set from another thread to stop.
    pub cancelled: &'a AtomicBool,
    /// Whether cargo gets a process group of its own, to be stopped as one.
    pub own_group: bool,
    /// Where rustc's errors go as soon as they are known.
    pub on_error: &'a mut dyn FnMut(&str),
}

/// Checks the learner's code of one section.
pub fn check(
    app: &App,
    section: &Section,
    live: &mut Live,
    how: How<'_>,
) -> Result<Graded, grader::Error> {
    let mut checks = harness::Options::default();
    if let Some(seed) = how.seed {
        checks.seed = seed;
    }
    let options = grade::Options {
        place: Place::Exercise,
        checks,
        colour: app.paint.is_on(),
        cancelled: how.cancelled,
        own_group: how.own_group,
    };
    let on_error = how.on_error;
    grade::grade(&app.repo, section, &options, &mut |event| match event {
        Event::Build(build::Event::Compiling(count, name)) => live.say_now(&match count {
            0 => name.to_owned(),
            _ => format!(
                "Compiling what section {} needs, once: {} ({name})",
                section.id,
                crates(count),
            ),
        }),
        Event::Build(build::Event::Diagnostic(d)) if d.is_error => {
            crate::live::clear();
            on_error(&d.rendered);
        }
        Event::Build(_) => {}
        Event::Check(harness::Event::Running(row, time)) => {
            live.say(&format!("checking: {} ({} s)", row.name, time.as_secs()));
        }
        Event::Check(harness::Event::Finished(_)) => {}
    })
}

/// `1 crate`, `12 crates`
pub fn crates(count: usize) -> String {
    format!("{count} crate{}", if count == 1 { "" } else { "s" })
}

/// The verdict in full. `errors_shown`: rustc's errors are on the screen already.
pub fn verdict(app: &App, section: &Section, graded: &Graded, errors_shown: bool) -> String {
    let paint = app.paint;
    let file = app.repo.shown(&app.repo.learner_file(section));
    let mut out = String::new();
    if graded.verdict == Verdict::DoesNotCompile {
        for diagnostic in graded.diagnostics.iter().filter(|d| d.is_error && !errors_shown) {
            out.push_str(&format!("{}\n\n", diagnostic.rendered));
        }
        match &graded.refusal {
            Some(refusal) => out.push_str(&format!("{}\n", paint.yellow(refusal))),
            None => out.push_str(&format!(
                "{} rustc stopped at {}\n  Mend the first error above; the rest often goes with it.\n",
                paint.red("✗"),
                paint.cyan(&file)
            )),
        }
        return out;
    }
    out.push_str(&render_report(&graded.report, paint, &|check| pointer(app, section, check)));
    let warnings: Vec<_> = graded.diagnostics.iter().filter(|d| !d.is_error).collect();
    if !warnings.is_empty() {
        out.push('\n');
    }
    for warning in warnings.iter().take(WARNINGS) {
        out.push_str(&format!("{}\n\n", warning.rendered));
    }
    if warnings.len() > WARNINGS {
        out.push_str(&format!("… and {} warnings more\n", warnings.len() - WARNINGS));
    }
    out.trim_end().to_owned() + "\n"
}

/// `lesson 1.3, "Applying one merge" · cargo xtask hint 1.3`
fn pointer(app: &App, section: &Section, check: &CheckReport) -> Option<String> {
    if section.kind == Kind::Quiz {
        return Some(app.quiz_command(section));
    }
    let function = section.function(&check.function)?;
    let id = &section.id;
    Some(format!("lesson {id}, \"{}\" · cargo xtask hint {id} {}", function.lesson, function.name))
}

/// `3 of 9 checks hold, 5 of 14 points`
pub fn sum(graded: &Graded, paint: Paint) -> String {
    if graded.verdict == Verdict::DoesNotCompile {
        return paint.red("does not compile yet");
    }
    let (passed, all) = (graded.report.passed(), graded.report.checks.len());
    let text =
        format!("{passed} of {all} checks hold · {} of {} points", graded.points, graded.max);
    match graded.verdict {
        Verdict::Passed if passed < all => {
            paint.green(&format!("{text} · it passes, with its stretch part open"))
        }
        Verdict::Passed => paint.green(&text),
        _ => text,
    }
}

/// What a pass deserves: what was learned, how far one has come, what comes next.
pub fn passed(app: &App, section: &Section, graded: &Graded) -> String {
    let paint = app.paint;
    let text = format!("{} is done. {}", section.id, section.learned);
    let lines: Vec<String> =
        harness::wrap_to(&text, 74).iter().map(|line| paint.bold(line)).collect();
    let mut out = format!("\n{} {}\n", paint.green("✓"), lines.join("\n  "));
    if graded.points < graded.max {
        out.push_str(&format!(
            "  {} points are left in its stretch part, if you like: {}\n",
            graded.max - graded.points,
            paint.cyan(&format!("cargo xtask run {}", section.id))
        ));
    }
    out
}
