//! What comes after a pass: the next section, or that there is none.

use crate::app::App;

/// The section that follows a pass, or that there is none.
pub fn onwards(app: &App) -> String {
    let Ok(progress) = app.progress() else { return String::new() };
    match progress.current(&app.repo, &app.course) {
        Some(section) => format!("  {}. Next:\n\n{}", app.tally(&progress), app.card(section)),
        None => all_done(app),
    }
}

/// That every section is solved, and what there is to do now.
pub fn all_done(app: &App) -> String {
    let paint = app.paint;
    let all = app.course.written().count();
    let mut out = format!(
        "{} {all} of {all} done: you have solved every section there is.\n",
        paint.green("✓")
    );
    if let Ok(progress) = app.progress() {
        for section in app.course.written() {
            let left = section.points.saturating_sub(progress.points(section));
            if left > 0 {
                let again = paint.cyan(&format!("cargo xtask run {}", section.id));
                out.push_str(&format!(
                    "  {left} points are left in the stretch part of {}: {again}\n",
                    section.id
                ));
            }
        }
    }
    let coming: Vec<&str> =
        app.course.sections.iter().filter(|s| !s.is_written()).map(|s| s.id.as_str()).collect();
    if let (Some(first), Some(last)) = (coming.first(), coming.last()) {
        out.push_str(&format!(
            "  Sections {first} to {last} are still to come: `git pull` brings them.\n"
        ));
    }
    if app.course.written().any(|section| section.finale) {
        let play = paint.cyan("cargo xtask play");
        out.push_str(&format!("  {play} runs the model with your code, as long as you like.\n"));
    }
    if app.has_solutions() {
        let solution = paint.cyan("cargo xtask solution 1.1");
        out.push_str(&format!("  {solution} shows the reference beside your code.\n"));
    }
    out
}
