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
/// all that helps. Later failures of the same function mostly come from the same cause.
pub fn render_report(report: &Report, paint: Paint, pointer: &Pointer<'_>) -> String {
    let mut out = String::new();
    let mut explained: Vec<&str> = Vec::new();
    for check in &report.checks {
        let first_of_its_function =
            check.function.is_empty() || !explained.contains(&check.function.as_str());
        out.push_str(&render_check(check, first_of_its_function, paint, pointer));
        if matches!(
            check.status,
            CheckStatus::Failed | CheckStatus::TimedOut | CheckStatus::Crashed
        ) {
            explained.push(&check.function);
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
    if !matches!(check.status, CheckStatus::Failed | CheckStatus::TimedOut | CheckStatus::Crashed) {
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
        lines.push(paint.dim(&summary(check)));
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
    lines.extend(evidence.calls.iter().cloned());
    if let (Some(expected), Some(got)) = (&evidence.expected, &evidence.got) {
        if expected.contains('\n') || got.contains('\n') {
            side_by_side(expected, got, paint, lines);
        } else {
            lines.push(format!("expected  {}", paint.green(expected)));
            lines.push(format!("got       {}", paint.red(got)));
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
        lines.push(if l == r {
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
fn summary(check: &CheckReport) -> String {
    // What was expected says more than a call that is cut off in its middle.
    let told = match &check.evidence {
        // Arrays shown as rows: where they part fits in a line.
        Some(Evidence { expected: Some(expected), difference: Some(difference), .. })
            if expected.contains('\n') =>
        {
            difference.clone()
        }
        Some(Evidence { expected: Some(expected), got: Some(got), .. }) => {
            format!("expected {expected}, got {got}")
        }
        Some(Evidence { note: Some(note), .. }) => note.clone(),
        _ => check.message.clone(),
    };
    let line = told.lines().next().unwrap_or_default();
    let short: String = line.chars().take(WIDTH).collect();
    if short.len() < line.len() { format!("{short}…") } else { short }
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
