//! From what a check's process said, and how it ended, to one row of the verdict.

use std::process::ExitStatus;
use std::time::Duration;

use super::End;
use crate::MEMORY_LIMIT;
use crate::channel::Message;
use crate::report::{CheckReport, CheckStatus, Evidence};
use crate::rubric::Row;

pub(super) fn judge(
    row: &Row,
    messages: &[Message],
    end: &End,
    printed: &str,
    limit: Duration,
) -> CheckReport {
    let mut report = CheckReport {
        name: row.name.clone(),
        function: row.function.clone(),
        status: CheckStatus::Crashed,
        points: 0,
        max: row.points,
        stretch: row.stretch,
        message: String::new(),
        diagnosis: None,
        explanation: None,
        rests_on: None,
        evidence: None,
        printed: printed.to_owned(),
    };
    for message in messages {
        apply(message, &mut report);
    }
    // A process that died after a failed expectation has said what matters most.
    let reported = messages.iter().any(|m| !matches!(m, Message::Calling(_)));
    if !reported {
        (report.status, report.message) = match end {
            End::TimedOut => (
                CheckStatus::TimedOut,
                format!(
                    "did not finish in {} s: is there a loop that never ends?",
                    limit.as_secs()
                ),
            ),
            End::PrintedTooMuch => {
                (CheckStatus::Crashed, "printed without end, and was stopped".to_owned())
            }
            End::Exited(status) => (CheckStatus::Crashed, of_what(*status, printed)),
        };
        report.printed = without_the_runtime(&report.printed);
    }
    report
}

fn apply(message: &Message, report: &mut CheckReport) {
    match message {
        Message::Calling(_) => {}
        Message::Passed => {
            report.status = CheckStatus::Passed;
            report.points = report.max;
            report.message.clear();
        }
        Message::NotStarted { note } => {
            report.status = CheckStatus::NotStarted;
            report.message = note.clone();
        }
        Message::FailedSoFar(evidence) | Message::Failed(evidence) => {
            report.status = CheckStatus::Failed;
            report.message = in_words(evidence);
            report.evidence = Some(evidence.clone());
        }
        Message::CourseBug { note } => {
            report.status = CheckStatus::Crashed;
            report.message =
                format!("the check itself broke, which is a bug of the course: {note}");
        }
        Message::Diagnosed { mistake, explanation } => {
            report.diagnosis = Some(mistake.clone());
            report.explanation = Some(explanation.clone());
        }
        Message::OutOfMemory => {
            report.status = CheckStatus::Crashed;
            report.points = 0;
            report.message = format!(
                "ran out of memory: it asked for more than {} GiB at one time",
                MEMORY_LIMIT >> 30
            );
        }
    }
}

/// The evidence in a sentence, for those who read one.
fn in_words(evidence: &Evidence) -> String {
    let mut words = evidence.calls.join("; ");
    let rows = evidence.expected.as_ref().is_some_and(|expected| expected.contains('\n'));
    if let Some(difference) = evidence.difference.as_ref().filter(|_| rows) {
        words.push_str(&format!(": {difference}"));
    } else if let (Some(expected), Some(got)) = (&evidence.expected, &evidence.got) {
        words.push_str(&format!(": expected {expected}, got {got}"));
    }
    if let Some(note) = &evidence.note {
        if !words.is_empty() {
            words.push_str(": ");
        }
        words.push_str(note);
    }
    words
}

/// What a process died of that reported nothing.
fn of_what(status: ExitStatus, printed: &str) -> String {
    if printed.contains("has overflowed its stack") || status.code() == Some(STACK_OVERFLOW) {
        return "stack overflow: a function that calls itself without an end?".to_owned();
    }
    if printed.contains("memory allocation of") {
        return "ran out of memory".to_owned();
    }
    if printed.contains("non-unwinding panic") || printed.contains("while processing panic") {
        return "aborted: a panic while another panic was on its way (in a destructor?)".to_owned();
    }
    match (status.code(), signal(status)) {
        (Some(code), _) if !is_fault(code) => {
            format!("the code ended the whole program with exit code {code} (std::process::exit?)")
        }
        (_, Some(6)) | (Some(ABORTED), _) => "aborted (std::process::abort?)".to_owned(),
        (_, Some(9)) => "was killed from outside, maybe for want of memory".to_owned(),
        (_, Some(11)) => "segmentation fault: unsafe code that went wrong?".to_owned(),
        (_, Some(other)) => format!("ended by signal {other}"),
        (code, None) => format!("ended with {code:?}"),
    }
}

/// Windows' status codes for a stack overflow and for an abort.
const STACK_OVERFLOW: i32 = 0xC000_00FD_u32 as i32;
const ABORTED: i32 = 0xC000_0409_u32 as i32;

/// Whether an exit code is one that Windows gives a process that broke.
fn is_fault(code: i32) -> bool {
    cfg!(windows) && (code as u32) >= 0xC000_0000
}

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_: ExitStatus) -> Option<i32> {
    None
}

/// What the learner's code printed, without what Rust's runtime says as it dies.
fn without_the_runtime(printed: &str) -> String {
    let of_the_runtime = |line: &&str| {
        !(line.contains("has overflowed its stack")
            || line.contains("fatal runtime error")
            || line.contains("non-unwinding panic")
            || line.contains("memory allocation of"))
    };
    let kept: Vec<&str> = printed.lines().filter(of_the_runtime).collect();
    kept.join("\n").trim().to_owned()
}
