//! `hint`: one more each time, from a nudge to nearly the answer.

use anyhow::{Result, bail};
use grader::course::{Function, Kind, Section};
use grader::progress::Progress;

use crate::Outcome;
use crate::app::{App, print};

#[derive(clap::Args)]
pub struct Args {
    /// The section; the current one when left out
    section: Option<String>,
    /// The function; the first whose checks do not hold when left out
    function: Option<String>,
}

/// Shows the next hint, after those that were shown before.
pub fn hint(app: &App, args: &Args) -> Result<Outcome> {
    // `hint merge` means the function of the current section.
    let (name, function) = match (args.section.as_deref(), args.function.as_deref()) {
        (Some(word), None) if app.course.find_any(word).is_err() => {
            match app.section(None)?.function(word) {
                Some(_) => (None, Some(word)),
                None => (Some(word), None),
            }
        }
        other => other,
    };
    let section = app.section(name)?;
    let progress = app.progress()?;
    let function = match function {
        Some(name) => named(section, name)?,
        None => open_function(app, section, &progress)?,
    };
    print(&next_hint(app, section, function));
    Ok(Outcome::Holds)
}

fn named<'s>(section: &'s Section, name: &str) -> Result<&'s Function> {
    match section.function(name) {
        Some(function) => Ok(function),
        None => {
            let names: Vec<&str> = section.functions.iter().map(|f| f.name.as_str()).collect();
            bail!("section {} has no function `{name}`; it has {}", section.id, names.join(", "))
        }
    }
}

/// The function of the first check that does not hold, as of the last verdict.
pub fn open_function<'s>(
    app: &App,
    section: &'s Section,
    progress: &Progress,
) -> Result<&'s Function> {
    let open = progress
        .of(section)
        .and_then(|e| e.last.as_ref()?.open.as_deref())
        .and_then(|name| section.function(name));
    match open.or(section.functions.first()) {
        Some(function) => Ok(function),
        None if section.kind == Kind::Quiz => bail!(
            "a quiz has no hints: every choice is answered with its reason, and a wrong one costs nothing.\n`{}` asks.",
            app.quiz_command(section)
        ),
        None => bail!("section {} has no hints", section.id),
    }
}

/// Counts one hint more as shown, and gives all that were.
pub fn next_hint(app: &App, section: &Section, function: &Function) -> String {
    let paint = app.paint;
    let all = function.hints.len();
    let seen = app
        .update(|p| {
            let seen = p.of_mut(section).hints.entry(function.name.clone()).or_insert(0);
            let before = *seen;
            *seen = (before + 1).min(all);
            before
        })
        .unwrap_or(0);
    let shown = (seen + 1).min(all);
    let mut out = format!("{} `{}`: hint {shown} of {all}\n\n", app.title(section), function.name);
    for (i, hint) in function.hints.iter().take(shown).enumerate() {
        let is_new = i == seen;
        for (n, line) in harness::wrap_to(hint, 72).iter().enumerate() {
            let number = if n == 0 { format!("{}.", i + 1) } else { String::new() };
            let line = if is_new || seen >= all { line.clone() } else { paint.dim(line) };
            out.push_str(&format!("  {number:<3}{line}\n"));
        }
    }
    out.push('\n');
    if seen >= all {
        let lesson = format!("Lesson {}, \"{}\"", section.id, function.lesson);
        out.push_str(&format!("That was all. {lesson}, has it in full.\n"));
        if app.has_solutions() {
            let solution = paint.cyan(&format!("cargo xtask solution {} --reveal", section.id));
            out.push_str(&format!("{solution} shows the reference.\n"));
        }
    } else if shown < all {
        out.push_str(&paint.dim("Again for one more.\n"));
    }
    out
}
