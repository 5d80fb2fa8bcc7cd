//! A verdict for a person to read.

use crate::paint::Paint;
use crate::report::{CheckReport, CheckStatus, Evidence, Report};

/// Where a failing check sends the learner: a line such as
/// `lesson 1.3, "Applying one merge" · cargo xtask hint 1.3`.
pub type Pointer<'a> = dyn Fn(&CheckReport) -> Option<String> + 'a;

/// How wide a line of the verdict is.
const WIDTH: usize = 76;
/// How many lines of a learner's own printing are shown under a check.
const PRINTED_LINES: usize = 12;

/// The whole verdict: a line a check, and under the first check of each function that fails,
/// all that helps. Later failures of the same function mostly come from the same cause; so do
/// those with a diagnosis that was given already, and those of a function that rests on one
/// that is not right.
pub fn render_report(report: &Report, paint: Paint, pointer: &Pointer<'_>) -> String {
    let mut out = String::new();
    let mut explained: Vec<&str> = Vec::new();
    let mut diagnosed: Vec<&str> = Vec::new();
    for check in &report.checks {
        let name = check.function.as_str();
        let first_of_its_function = name.is_empty() || !explained.contains(&name);
        let known = check.diagnosis.as_deref().is_some_and(|d| diagnosed.contains(&d));
        let in_full = first_of_its_function && !known && check.rests_on.is_none();
        out.push_str(&render_check(check, in_full, paint, pointer));
        if check.is_wrong() && in_full {
            explained.push(name);
            diagnosed.extend(check.diagnosis.as_deref());
        }
    }
    out
}

/// One check: its line, and `in_full` all that helps when it does not hold.
pub fn render_check(
    check: &CheckReport,
    in_full: bool,
    paint: Paint,
    pointer: &Pointer<'_>,
) -> String {
    let mut out = headline(check, paint);
    if !check.is_wrong() {
        return out;
    }
    let mut lines = Vec::new();
    if in_full {
        match &check.evidence {
            Some(evidence) => show_evidence(evidence, paint, &mut lines),
            None => lines.extend(wrap(&check.message)),
        }
        for paragraph in check.explanation.iter().flat_map(|e| e.lines()) {
            lines.extend(wrap(paragraph).into_iter().map(|l| paint.yellow(&l)));
        }
        show_printed(&check.printed, paint, &mut lines);
        lines.extend(pointer(check).map(|p| paint.cyan(&format!("→ {p}"))));
    } else {
        lines.extend(summary(check).iter().map(|line| paint.dim(line)));
    }
    for line in lines {
        out.push_str(&format!("      {line}\n"));
    }
    out
}

/// `  ✗ merges left to right, never overlapping            0/2`
fn headline(check: &CheckReport, paint: Paint) -> String {
    let (mark, note) = match check.status {
        CheckStatus::Passed => (paint.green("✓"), ""),
        CheckStatus::Failed => (paint.red("✗"), ""),
        CheckStatus::NotStarted => (paint.dim("·"), "not started"),
        CheckStatus::TimedOut => (paint.red("✗"), "timed out"),
        CheckStatus::Crashed => (paint.red("✗"), "crashed"),
    };
    let name = match check.stretch {
        true => format!("{} (stretch)", check.name),
        false => check.name.clone(),
    };
    let points = format!("{}/{}", check.points, check.max);
    let used = 4 + name.chars().count() + note.len() + points.len();
    let gap = " ".repeat(WIDTH.saturating_sub(used).max(2));
    let name = match check.status {
        CheckStatus::NotStarted => paint.dim(&name),
        _ => name,
    };
    let note = if note.is_empty() { String::new() } else { format!("{}  ", paint.dim(note)) };
    format!("  {mark} {name}{gap}{note}{}\n", paint.dim(&points))
}

fn show_evidence(evidence: &Evidence, paint: Paint, lines: &mut Vec<String>) {
    lines.extend(evidence.calls.iter().flat_map(|call| hanging(call, 4)));
    if let (Some(expected), Some(got)) = (&evidence.expected, &evidence.got) {
        if expected.contains('\n') || got.contains('\n') {
            side_by_side(expected, got, paint, lines);
        } else {
            let told = |what: &str, value: &str, colour: &dyn Fn(&str) -> String| {
                let rows = hanging(&format!("{what:<10}{value}"), 10);
                let painted = |row: &String| {
                    let (head, value) = row.split_at(row.len().min(10));
                    format!("{head}{}", colour(value))
                };
                rows.iter().map(painted).collect::<Vec<_>>()
            };
            lines.extend(told("expected", expected, &|text| paint.green(text)));
            lines.extend(told("got", got, &|text| paint.red(text)));
        }
    }
    lines.extend(evidence.difference.iter().cloned());
    lines.extend(evidence.note.iter().flat_map(|n| n.lines()).flat_map(wrap));
}

/// Two pictures beside each other, a mark between the lines that part.
fn side_by_side(expected: &str, got: &str, paint: Paint, lines: &mut Vec<String>) {
    let (left, right): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), got.lines().collect());
    let width = left.iter().map(|l| l.chars().count()).max().unwrap_or(0).max("expected".len());
    let pad = |text: &str| format!("{text}{}", " ".repeat(width - text.chars().count()));
    lines.push(paint.dim(&format!("{}     got", pad("expected"))));
    for i in 0..left.len().max(right.len()) {
        let (l, r) = (left.get(i).unwrap_or(&""), right.get(i).unwrap_or(&""));
        let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        lines.push(if words(l) == words(r) {
            format!("{}     {r}", pad(l))
        } else {
            format!("{}  {}  {}", paint.green(&pad(l)), paint.yellow("≠"), paint.red(r))
        });
    }
}

fn show_printed(printed: &str, paint: Paint, lines: &mut Vec<String>) {
    let printed = printed.trim_end();
    if printed.is_empty() {
        return;
    }
    let all: Vec<&str> = printed.lines().collect();
    lines.push(paint.dim("your code printed:"));
    for line in all.iter().take(PRINTED_LINES) {
        let shown: String = line.chars().take(WIDTH).filter(|c| !c.is_control()).collect();
        lines.push(paint.dim(&format!("  │ {shown}")));
    }
    if all.len() > PRINTED_LINES {
        lines.push(paint.dim(&format!("  │ … {} lines more", all.len() - PRINTED_LINES)));
    }
}

/// The failure in one line, for a check that is probably wrong for a reason already given.
/// What a check that is not shown in full comes to: the call, and what parts.
fn summary(check: &CheckReport) -> Vec<String> {
    if let Some(function) = &check.rests_on {
        return vec![format!("rests on `{function}`, which is not right yet: mend that first")];
    }
    let Some(evidence) = &check.evidence else { return vec![cut(&check.message, WIDTH - 6)] };
    let mut lines: Vec<String> =
        evidence.calls.last().map(|call| cut(call, WIDTH - 6)).into_iter().collect();
    let told = match evidence {
        // Arrays shown as rows: where they part fits in a line.
        Evidence { expected: Some(expected), difference: Some(difference), .. }
            if expected.contains('\n') =>
        {
            difference.clone()
        }
        Evidence { expected: Some(expected), got: Some(got), .. } => {
            let room = WIDTH - 6 - "expected , got ".len();
            let got = cut(got, room - cut(expected, room / 2).chars().count());
            format!("expected {}, got {got}", cut(expected, room - got.chars().count()))
        }
        Evidence { note: Some(note), .. } => note.clone(),
        _ => check.message.clone(),
    };
    lines.extend(wrap(told.lines().next().unwrap_or_default()));
    lines
}

/// The first line of a text in at most so many characters.
fn cut(text: &str, most: usize) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= most {
        return line.to_owned();
    }
    line.chars().take(most.saturating_sub(1)).collect::<String>() + "…"
}

/// A call or a value in lines that fit, broken behind commas only, so that no white space in it
/// changes; all but the first begin `indent` further in.
fn hanging(text: &str, indent: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for part in text.split_inclusive(", ") {
        let used = lines.last().map_or(0, |line| line.chars().count());
        if used > indent && used + part.trim_end().chars().count() > WIDTH - 6 {
            lines.push(" ".repeat(indent));
        }
        if let Some(last) = lines.last_mut() {
            last.push_str(part);
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// Breaks a paragraph into lines that fit under a check.
fn wrap(text: &str) -> Vec<String> {
    wrap_to(text, WIDTH - 4)
}

/// Breaks a paragraph into lines of at most `width` characters.
pub fn wrap_to(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let used = lines.last().map_or(0, |l| l.chars().count());
        if used > 0 && used + 1 + word.chars().count() > width {
            lines.push(String::new());
        }
        if let Some(last) = lines.last_mut() {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    lines
}
