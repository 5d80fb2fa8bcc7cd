//! `list`: the table of contents.

use anyhow::Result;
use grader::course::Section;
use grader::progress::{Progress, Standing};
use serde_json::json;

use crate::Outcome;
use crate::app::{App, print};

#[derive(clap::Args)]
pub struct Args {
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// Shows every section of both chapters.
pub fn list(app: &App, args: &Args) -> Result<Outcome> {
    let progress = app.progress()?;
    print(&if args.json { as_json(app, &progress) } else { as_table(app, &progress) });
    Ok(Outcome::Holds)
}

fn as_json(app: &App, progress: &Progress) -> String {
    let rows: Vec<_> = app
        .course
        .sections
        .iter()
        .map(|s| {
            json!({
                "id": s.id,
                "slug": s.slug,
                "title": s.title,
                "kind": s.kind.name(),
                "minutes": s.minutes,
                "read": progress.is_read(s),
                "status": progress.standing(&app.repo, s).name(),
                "points": progress.points(s),
                "max": s.points,
            })
        })
        .collect();
    format!("{:#}\n", json!(rows))
}

/// The table as people read it; also shown by `watch`.
pub fn as_table(app: &App, progress: &Progress) -> String {
    let paint = app.paint;
    let current = progress.current(&app.repo, &app.course).map(|s| s.id.as_str());
    let mut out = String::new();
    for chapter in &app.course.chapters {
        out.push_str(&format!(
            "{}\n",
            paint.bold(&format!("Chapter {} · {}", chapter.number, chapter.title))
        ));
        for section in app.course.of_chapter(chapter.number) {
            out.push_str(&row(app, progress, section, current == Some(section.id.as_str())));
        }
        out.push('\n');
    }
    out.push_str(&format!("{} · {}\n", app.tally(progress), read_tally(app, progress)));
    out
}

/// `1 of 3 read`.
pub fn read_tally(app: &App, progress: &Progress) -> String {
    let lessons: Vec<_> = app.course.written().filter(|s| s.kind == grader::Kind::Lesson).collect();
    let read = lessons.iter().filter(|s| progress.is_read(s)).count();
    format!("{read} of {} read", lessons.len())
}

fn row(app: &App, progress: &Progress, section: &Section, is_current: bool) -> String {
    let paint = app.paint;
    let standing = progress.standing(&app.repo, section);
    let (mark, note) = match standing {
        Standing::Coming => (paint.dim("·"), paint.dim("coming")),
        Standing::NotStarted if is_current => (paint.cyan("→"), paint.cyan("next")),
        Standing::NotStarted => (" ".to_owned(), String::new()),
        Standing::InProgress => (paint.yellow("…"), paint.yellow("in progress")),
        Standing::Passed => (paint.green("✓"), String::new()),
        Standing::Edited => (paint.green("✓"), paint.dim("edited since it passed")),
        Standing::Changed => (
            paint.yellow("↻"),
            paint.yellow(&format!(
                "changed by an update, check again: cargo xtask run {}",
                section.id
            )),
        ),
    };
    let swapped = match grader::backup::is_swapped(&app.repo, section) {
        true => paint.yellow(" reference in place"),
        false => String::new(),
    };
    let points = match standing {
        Standing::Coming => String::new(),
        _ => format!("{}/{}", progress.points(section), section.points),
    };
    let read = if progress.is_read(section) { "read" } else { "" };
    let title = format!("{:<40}", section.title);
    let title = if standing == Standing::Coming { paint.dim(&title) } else { title };
    format!(
        "  {mark} {:<4}  {title} {:>2} min  {}  {:>5}  {note}{swapped}\n",
        section.id,
        section.minutes,
        paint.dim(&format!("{read:<4}")),
        points,
    )
    .trim_end()
    .to_owned()
        + "\n"
}
