//! A trial: what a check does with the functions under check, and what it expects of them.

use std::fmt::Display;

use plain::{Array, Plain, TOLERANCE, Value, first_difference, grids, show};

use crate::calls;
use crate::channel::{self, Message};
use crate::misconception::Misconception;
use crate::report::Evidence;

/// One run of one check. Expectations are soft: the first that fails is what the learner
/// sees, the later ones still run and help to tell one mistake from another.
pub struct Trial {
    pub(crate) seed: u64,
    pub(crate) failure: Option<Failure>,
    pub(crate) blamed: Option<Misconception>,
    /// Where in a larger whole the next expectation is: "layer 2", "step 5".
    place: Option<String>,
    /// Report a failure at once, in case the process dies later.
    pub(crate) announces: bool,
}

pub(crate) struct Failure {
    pub evidence: Evidence,
    /// The mistakes that have a version of every function in the calls that failed.
    pub suspects: Vec<&'static str>,
}

impl Trial {
    pub(crate) fn new(seed: u64) -> Trial {
        Trial { seed, failure: None, blamed: None, place: None, announces: false }
    }

    /// Whether every expectation so far holds. A loop over many cases stops when it does not.
    pub fn holds_so_far(&self) -> bool {
        self.failure.is_none()
    }

    /// A seed for random inputs of the check's own making, the same in every run unless the
    /// caller of the checks asked for another.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Says where in a larger whole the next expectation is, such as `layer 2` or `step 5`:
    /// `t.at("layer 2").near(…)`. It stands before the first difference.
    pub fn at(&mut self, place: impl Display) -> &mut Trial {
        self.place = Some(place.to_string());
        self
    }

    /// Expects that a call gave this. Floating-point numbers within 1e-5.
    pub fn eq(&mut self, got: impl Plain, expected: impl Plain) {
        self.compare(&got.value(), &expected.value(), TOLERANCE, None);
    }

    /// Expects that a call gave this, and says what it means if it did not.
    pub fn eq_because(&mut self, got: impl Plain, expected: impl Plain, why: impl Display) {
        self.compare(&got.value(), &expected.value(), TOLERANCE, Some(why.to_string()));
    }

    /// Expects that a call gave these numbers within a tolerance, relative to the larger of
    /// the two and absolute below 1.
    pub fn near(&mut self, got: impl Plain, expected: impl Plain, tolerance: f64) {
        self.compare(&got.value(), &expected.value(), tolerance, None);
    }

    /// Expects that something holds; `note` says what, in words for the learner. The calls
    /// since the last expectation are shown with what they gave.
    pub fn holds(&mut self, condition: bool, note: impl Display) {
        let place = self.this_place();
        if !condition {
            self.fail(Evidence {
                calls: calls::shown(true),
                note: Some(place + &note.to_string()),
                ..Evidence::default()
            });
        }
        calls::forget();
    }

    /// Names the mistake behind a failure that shows in something else than an output: in
    /// the order of work, say, or in two runs that disagree. To be called after the
    /// expectation that failed.
    pub fn blame(&mut self, mistake: Misconception) {
        self.blamed.get_or_insert(mistake);
    }

    pub(crate) fn compare(
        &mut self,
        got: &Value,
        expected: &Value,
        tolerance: f64,
        note: Option<String>,
    ) {
        let whole = self.this_place();
        if !expected.alike(got, tolerance) {
            let difference = first_difference(expected, got, tolerance);
            let focus = difference.as_ref().and_then(|d| d.index);
            let (expected, got) = match arrays(expected, got) {
                Some((a, b)) => grids(a, b, tolerance).unwrap_or_default(),
                None => (show(expected, focus), show(got, focus)),
            };
            let obvious = expected.chars().count() <= 40 && got.chars().count() <= 40;
            let place = difference.filter(|_| !obvious || !whole.is_empty()).map(|d| {
                let what = match d.path.as_str() {
                    "" => d.what,
                    path => format!("first difference at {path}: {}", d.what),
                };
                whole + &what
            });
            self.fail(Evidence {
                calls: calls::shown(false),
                expected: Some(expected),
                got: Some(got),
                difference: place,
                note,
            });
        }
        calls::forget();
    }

    /// `layer 2: `, for the expectation that is made now; nothing where it has no place.
    fn this_place(&mut self) -> String {
        self.place.take().map(|place| format!("{place}: ")).unwrap_or_default()
    }

    /// Keeps the first failure, with who could be behind it.
    pub(crate) fn fail(&mut self, evidence: Evidence) {
        if self.failure.is_some() {
            return;
        }
        self.announce(&evidence);
        self.failure = Some(Failure { evidence, suspects: calls::suspects_of_every_call() });
    }

    /// Reports a failure before the check is over, in case the process does not live to.
    pub(crate) fn announce(&self, evidence: &Evidence) {
        if self.announces {
            channel::send(&Message::FailedSoFar(evidence.clone()));
        }
    }

    /// Takes over what another trial of the same check found.
    pub(crate) fn adopt(&mut self, other: Trial) {
        if self.failure.is_none() {
            self.failure = other.failure;
        }
        if self.blamed.is_none() {
            self.blamed = other.blamed;
        }
    }
}

/// Two arrays, also in an `Ok` or `Some`: they are shown beside each other.
fn arrays<'a>(expected: &'a Value, got: &'a Value) -> Option<(&'a Array, &'a Array)> {
    match (expected, got) {
        (Value::Array(a), Value::Array(b)) => Some((a, b)),
        (Value::Outcome(Ok(a)), Value::Outcome(Ok(b))) => arrays(a, b),
        (Value::Maybe(Some(a)), Value::Maybe(Some(b))) => arrays(a, b),
        _ => None,
    }
}
