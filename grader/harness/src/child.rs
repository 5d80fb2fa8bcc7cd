//! A check's own process: takes its order, runs one check, reports, ends.

use std::cell::Cell;
use std::io::Read;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

use crate::alloc;
use crate::calls;
use crate::channel::{self, Message, Order};
use crate::report::Evidence;
use crate::rubric::Check;
use crate::trial::{Failure, Trial};

/// The stack of the thread that a check runs on: the same on every platform.
const STACK: usize = 8 << 20;

/// Runs one check as the supervisor ordered on standard input, and ends the process.
pub(crate) fn run(check: &Check) -> ! {
    let mut line = String::new();
    let order = match std::io::stdin().read_line(&mut line) {
        Ok(_) => serde_json::from_str::<Order>(&line),
        Err(e) => Err(serde::de::Error::custom(e)),
    };
    let Ok(order) = order else {
        eprintln!("harness: a check's process takes its order from a supervisor; there is none");
        std::process::exit(2);
    };
    if let Err(e) = channel::open(&order) {
        eprintln!("harness: cannot open the channel {}: {e}", order.channel.display());
        std::process::exit(2);
    }
    TRACED.store(order.trace, SeqCst);
    hold_lifeline();
    std::panic::set_hook(Box::new(note_panic));
    let body = check.body.clone();
    let seed = order.seed ^ name_number(&check.row.name);
    let worker = std::thread::Builder::new().name("check".into()).stack_size(STACK);
    if let Ok(handle) = worker.spawn(move || attempt(&*body, seed)) {
        let _ = handle.join();
    }
    std::process::exit(0);
}

/// Ends this process when the supervisor's end of standard input closes, so that a killed
/// supervisor leaves no endless loop behind.
fn hold_lifeline() {
    std::thread::spawn(|| {
        let _ = std::io::stdin().lock().read(&mut [0]);
        std::process::exit(3);
    });
}

/// Different checks draw different inputs from the same seed.
fn name_number(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

fn attempt(body: &dyn Fn(&mut Trial), seed: u64) {
    alloc::arm();
    let mut trial = Trial::new(seed);
    trial.announces = true;
    let outcome = catch_unwind(AssertUnwindSafe(|| body(&mut trial)));
    let message = match (trial.failure, outcome) {
        (Some(failure), _) => Message::Failed(failure.evidence),
        (None, Ok(())) => Message::Passed,
        (None, Err(_)) if reached_todo() => Message::NotStarted { note: todo_note() },
        (None, Err(_)) if broken_course() => Message::CourseBug { note: panic_message() },
        (None, Err(_)) => Message::Failed(panic_failure().evidence),
    };
    let failed = matches!(message, Message::Failed(_));
    channel::send(&message);
    if failed {
        diagnose(body, seed, trial.blamed);
    }
    alloc::disarm();
}

/// The second pass: the same check again, every call held against the planted mistakes.
fn diagnose(body: &dyn Fn(&mut Trial), seed: u64, blamed: Option<crate::Misconception>) {
    calls::start_diagnosing();
    let mut trial = Trial::new(seed);
    let outcome = catch_unwind(AssertUnwindSafe(|| body(&mut trial)));
    let suspects = match (trial.failure, outcome) {
        (Some(failure), _) => failure.suspects,
        (None, Err(_)) => calls::suspects_of_every_call(),
        (None, Ok(())) => Vec::new(),
    };
    let mistake = blamed.or(trial.blamed).or_else(|| calls::diagnosis(&suspects));
    if let Some(mistake) = mistake {
        channel::send(&Message::Diagnosed {
            mistake: mistake.name.to_owned(),
            explanation: mistake.explanation(),
        });
    }
}

static TRACED: AtomicBool = AtomicBool::new(false);

/// Whether each call is to be told of before it is made.
pub(crate) fn is_traced() -> bool {
    TRACED.load(SeqCst)
}

struct Panic {
    message: String,
    file: String,
    line: u32,
}

static LAST_PANIC: Mutex<Option<Panic>> = Mutex::new(None);

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Remembers a panic instead of printing it.
fn note_panic(info: &PanicHookInfo<'_>) {
    if QUIET.get() {
        return;
    }
    let message = info.payload_as_str().unwrap_or("a panic without a message").to_owned();
    let (file, line) =
        info.location().map_or((String::new(), 0), |l| (l.file().to_owned(), l.line()));
    if let Ok(mut last) = LAST_PANIC.lock() {
        *last = Some(Panic { message, file, line });
    }
}

/// Runs something whose panics are nobody's.
pub(crate) fn quietly<R>(run: impl FnOnce() -> R) -> R {
    QUIET.set(true);
    let result = run();
    QUIET.set(false);
    result
}

fn with_panic<R>(read: impl FnOnce(&Panic) -> R) -> Option<R> {
    LAST_PANIC.lock().ok()?.as_ref().map(read)
}

const TODO: &str = "not yet implemented";

/// Whether the last panic was a `todo!()`.
pub(crate) fn reached_todo() -> bool {
    with_panic(|p| p.message.starts_with(TODO)).unwrap_or(false)
}

fn todo_note() -> String {
    with_panic(|p| {
        let task = p.message.trim_start_matches(TODO).trim_start_matches(": ");
        let task = task.lines().next().unwrap_or_default();
        let short: String = task.chars().take(200).collect();
        format!("todo!() {}: {short}", place(p))
    })
    .unwrap_or_default()
}

/// Whether the last panic came from a check file, which no code of a learner's can cause.
fn broken_course() -> bool {
    with_panic(|p| {
        let file = p.file.replace('\\', "/");
        file.contains("grader/checks/") || file.contains("grader/harness/")
    })
    .unwrap_or(false)
}

/// What the last panic said.
pub(crate) fn panic_message() -> String {
    with_panic(|p| p.message.clone()).unwrap_or_default()
}

/// `at src/lib.rs:42`, the place as the learner knows it; or that it was deep in a library,
/// whose functions do not all say who called them.
fn place(panic: &Panic) -> String {
    let file = panic.file.replace('\\', "/");
    if let Some(library) = library(&file) {
        return format!("inside {library}, which it calls");
    }
    if file.starts_with("/rustc/") || file.contains("/library/") {
        return "in the standard library".to_owned();
    }
    let short = file.rfind("/src/").map_or(file.as_str(), |at| &file[at + 1..]);
    format!("at {short}:{}", panic.line)
}

/// `ndarray`, of a file in cargo's folder of libraries: `…/registry/src/…/ndarray-0.17.2/src/…`.
fn library(file: &str) -> Option<&str> {
    let (_, rest) = file.split_once("/registry/src/")?;
    let folder = rest.split('/').nth(1)?;
    Some(folder.rsplit_once('-').map_or(folder, |(name, _)| name))
}

/// The last panic as what a check saw.
pub(crate) fn panic_failure() -> Failure {
    let note = with_panic(|p| format!("Your code panicked {}: {}", place(p), p.message));
    let evidence = Evidence { calls: calls::shown(false), note, ..Evidence::default() };
    Failure { evidence, suspects: calls::suspects_of_every_call() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_in_a_library_is_not_at_a_line_of_the_learners() {
        let at =
            |file: &str| place(&Panic { message: String::new(), file: file.to_owned(), line: 7 });
        assert_eq!(at("exercises/ch1/03_bpe/src/lib.rs"), "at src/lib.rs:7");
        assert_eq!(at("/rustc/abc/library/core/src/option.rs"), "in the standard library");
        let file = "/home/me/.cargo/registry/src/index-1/ndarray-0.17.2/src/lib.rs";
        assert_eq!(at(file), "inside ndarray, which it calls");
    }
}
