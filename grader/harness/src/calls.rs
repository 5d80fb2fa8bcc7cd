//! Every call of a function under check passes here: it is remembered for the feedback, and
//! in the second pass held against what each planted mistake gives for the same input.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use plain::{Plain, TOLERANCE, Value, show};

use crate::channel::Message;
use crate::misconception::Misconception;

/// One argument of a call, and whether it was handed over by reference.
pub struct Argument {
    value: Value,
    by_reference: bool,
}

/// An argument as the feedback shows it; `ty` is its type as written in the signature.
pub fn argument(ty: &str, value: Value) -> Argument {
    let shows_itself = matches!(value, Value::Text(_) | Value::Bytes(_));
    Argument { by_reference: ty.trim_start().starts_with('&') && !shows_itself, value }
}

/// A call that was made, and what came out.
struct Call {
    function: &'static str,
    arguments: Vec<Argument>,
    got: Value,
    /// The mistakes that this very call was held against.
    suspects: Vec<&'static str>,
}

/// How far one mistake has agreed with the code under check.
struct Suspect {
    misconception: Misconception,
    agreed: bool,
}

#[derive(Default)]
struct Recorder {
    /// The calls since the last expectation.
    calls: Vec<Call>,
    suspects: BTreeMap<&'static str, Suspect>,
    diagnosing: bool,
}

thread_local! {
    static RECORDER: RefCell<Recorder> = RefCell::default();
}

/// How many calls are kept for one expectation.
const KEPT: usize = 6;

/// Makes one call of a function under check. [`crate::subject!`] writes the calls of this.
///
/// `wrong` are the same call of every planted mistake that has its own version of the
/// function; they run only in the second pass, after a failure.
pub fn called<R: Plain>(
    function: &'static str,
    arguments: Vec<Argument>,
    call: impl FnOnce() -> R,
    wrong: &[(Misconception, &dyn Fn() -> Value)],
) -> R {
    if crate::child::is_traced() {
        crate::channel::send(&Message::Calling(text_of(function, &arguments)));
    }
    let outcome = catch_unwind(AssertUnwindSafe(call));
    let got = match &outcome {
        Ok(value) => value.value(),
        Err(_) => Value::Panicked(crate::child::panic_message()),
    };
    record(function, arguments, got, wrong);
    outcome.unwrap_or_else(|panic| resume_unwind(panic))
}

fn record(
    function: &'static str,
    arguments: Vec<Argument>,
    got: Value,
    wrong: &[(Misconception, &dyn Fn() -> Value)],
) {
    let diagnosing = RECORDER.with_borrow(|r| r.diagnosing);
    let mut suspects = Vec::new();
    if diagnosing {
        for (misconception, call) in wrong {
            let theirs = crate::child::quietly(|| catch_unwind(AssertUnwindSafe(call)))
                .unwrap_or_else(|panic| Value::Panicked(message_of(panic.as_ref())));
            let agrees = got.alike(&theirs, TOLERANCE);
            RECORDER.with_borrow_mut(|r| {
                let suspect = r
                    .suspects
                    .entry(misconception.name)
                    .or_insert(Suspect { misconception: *misconception, agreed: true });
                suspect.agreed &= agrees;
            });
            suspects.push(misconception.name);
        }
    }
    RECORDER.with_borrow_mut(|r| {
        if r.calls.len() == KEPT {
            r.calls.remove(0);
        }
        r.calls.push(Call { function, arguments, got, suspects });
    });
}

/// What a panic said.
fn message_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("a panic without a message").to_owned()
}

/// Starts the second pass, in which every call is held against the planted mistakes.
pub(crate) fn start_diagnosing() {
    RECORDER.with_borrow_mut(|r| *r = Recorder { diagnosing: true, ..Recorder::default() });
}

/// The one mistake that agreed with the code under check in every call, among those that
/// have their own version of every function in the calls that failed.
pub(crate) fn diagnosis(failing: &[&'static str]) -> Option<Misconception> {
    RECORDER.with_borrow(|r| {
        let mut candidates =
            failing.iter().filter_map(|name| r.suspects.get(name)).filter(|suspect| suspect.agreed);
        match (candidates.next(), candidates.next()) {
            (Some(only), None) => Some(only.misconception),
            _ => None,
        }
    })
}

/// Forgets the calls so far: what comes next is another expectation.
pub(crate) fn forget() {
    RECORDER.with_borrow_mut(|r| r.calls.clear());
}

/// The mistakes that stand in for every call since the last expectation.
pub(crate) fn suspects_of_every_call() -> Vec<&'static str> {
    RECORDER.with_borrow(|r| {
        let Some((first, rest)) = r.calls.split_first() else {
            return Vec::new();
        };
        let in_all = |name: &&&str| rest.iter().all(|call| call.suspects.contains(*name));
        first.suspects.iter().filter(in_all).copied().collect()
    })
}

/// The calls since the last expectation as a learner would type them, all but the last with
/// what they gave back. The last one too when `all_results`.
pub(crate) fn shown(all_results: bool) -> Vec<String> {
    RECORDER.with_borrow(|r| {
        let last = r.calls.len().saturating_sub(1);
        r.calls
            .iter()
            .enumerate()
            .map(|(i, call)| {
                let mut text = text_of(call.function, &call.arguments);
                if i < last || all_results {
                    text.push_str(&format!("  →  {}", show(&call.got, None)));
                }
                text
            })
            .collect()
    })
}

/// A call as a learner would type it.
fn text_of(function: &str, arguments: &[Argument]) -> String {
    let shown: Vec<String> = arguments
        .iter()
        .map(|a| format!("{}{}", if a.by_reference { "&" } else { "" }, show(&a.value, None)))
        .collect();
    format!("{function}({})", shown.join(", "))
}
