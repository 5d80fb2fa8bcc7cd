//! What must hold for every input: inputs drawn by proptest, counterexamples shrunk.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::calls;
use crate::report::Evidence;
use crate::trial::{Failure, Trial};

/// How many inputs a property is tried on.
const CASES: usize = 64;
/// How long a counterexample may be made smaller.
const SHRINKING: Duration = Duration::from_millis(1500);

impl Trial {
    /// Tries `body` on random inputs. When one of them fails, it is made smaller as long as
    /// it still fails, and the smallest is what the learner sees.
    pub fn for_all<S: Strategy>(&mut self, strategy: S, body: impl FnMut(&mut Trial, S::Value)) {
        self.for_cases(CASES, strategy, body);
    }

    /// The same on a quarter of the inputs: for those that cost much to prepare.
    pub fn for_few<S: Strategy>(&mut self, strategy: S, body: impl FnMut(&mut Trial, S::Value)) {
        self.for_cases(CASES / 4, strategy, body);
    }

    fn for_cases<S: Strategy>(
        &mut self,
        cases: usize,
        strategy: S,
        mut body: impl FnMut(&mut Trial, S::Value),
    ) {
        if self.failure.is_some() {
            return;
        }
        let mut runner = runner(self.seed);
        for _ in 0..cases {
            let Ok(tree) = strategy.new_tree(&mut runner) else {
                break;
            };
            let mut case = Case { tree, body: &mut body, failing: None };
            if !settle(self, &mut case) {
                return;
            }
        }
    }
}

fn runner(seed: u64) -> TestRunner {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let config = Config { failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}

/// One input with the body to try it on. A trait, so that the search below is compiled once,
/// here, and not again for each property of each check file.
trait Shrinks {
    fn try_current(&mut self, trial: &mut Trial);
    fn remember(&mut self);
    fn try_remembered(&mut self, trial: &mut Trial);
    fn simplify(&mut self) -> bool;
    fn complicate(&mut self) -> bool;
}

struct Case<'a, T: ValueTree, F> {
    tree: T,
    body: &'a mut F,
    failing: Option<T::Value>,
}

impl<T: ValueTree, F: FnMut(&mut Trial, T::Value)> Shrinks for Case<'_, T, F> {
    fn try_current(&mut self, trial: &mut Trial) {
        (self.body)(trial, self.tree.current());
    }
    fn remember(&mut self) {
        self.failing = Some(self.tree.current());
    }
    fn try_remembered(&mut self, trial: &mut Trial) {
        if let Some(input) = self.failing.take() {
            (self.body)(trial, input);
        }
    }
    fn simplify(&mut self) -> bool {
        self.tree.simplify()
    }
    fn complicate(&mut self) -> bool {
        self.tree.complicate()
    }
}

/// Tries one input; on a failure finds the smallest that fails and hands its evidence to the
/// trial. Whether the property held.
fn settle(trial: &mut Trial, case: &mut dyn Shrinks) -> bool {
    let Some(first) = failure(trial.seed, case) else {
        return true;
    };
    trial.announce(&first.evidence);
    case.remember();
    shrink(trial.seed, case);

    // A panic of the smallest input goes on from here, as it would outside a property.
    calls::forget();
    let mut last = Trial::new(trial.seed);
    case.try_remembered(&mut last);
    if last.failure.is_none() {
        let note = "The same input failed once and passed once: the code does not always do \
                    the same. Does the order of a HashMap, or something random, play a part?";
        let evidence = Evidence { note: Some(note.to_owned()), ..first.evidence };
        last.failure = Some(Failure { evidence, suspects: Vec::new() });
    }
    trial.adopt(last);
    false
}

/// How the current input fails, if it does. An unfinished `todo!()` is nothing to search in.
fn failure(seed: u64, case: &mut dyn Shrinks) -> Option<Failure> {
    calls::forget();
    let mut trial = Trial::new(seed);
    match catch_unwind(AssertUnwindSafe(|| case.try_current(&mut trial))) {
        Ok(()) => trial.failure,
        Err(panic) if crate::child::reached_todo() => resume_unwind(panic),
        Err(_) => Some(crate::child::panic_failure()),
    }
}

/// proptest's own way to a smaller input: simpler while it fails, a step back when it passes.
fn shrink(seed: u64, case: &mut dyn Shrinks) {
    let start = Instant::now();
    if !case.simplify() {
        return;
    }
    while start.elapsed() < SHRINKING {
        let more = if failure(seed, case).is_some() {
            case.remember();
            case.simplify()
        } else {
            case.complicate()
        };
        if !more {
            return;
        }
    }
}

/// Ready-made inputs, compiled once here.
pub mod strategy {
    use proptest::collection::vec;
    use proptest::prelude::*;

    /// Bytes of any value, at most `max` of them.
    pub fn bytes(max: usize) -> BoxedStrategy<Vec<u8>> {
        vec(any::<u8>(), 0..=max).boxed()
    }

    /// Bytes from a small alphabet (`a` upwards), so that pairs come back often.
    pub fn few_letters(letters: u8, max: usize) -> BoxedStrategy<Vec<u8>> {
        vec(b'a'..b'a' + letters, 0..=max).boxed()
    }

    /// Token ids below `below`, at most `max` of them.
    pub fn ids(below: u32, max: usize) -> BoxedStrategy<Vec<u32>> {
        vec(0..below, 0..=max).boxed()
    }

    /// Text of all sorts: letters, digits, white space, punctuation, accents, other scripts
    /// and emoji, at most `max` characters.
    pub fn text(max: usize) -> BoxedStrategy<String> {
        vec(character(), 0..=max).prop_map(|chars| chars.into_iter().collect()).boxed()
    }

    /// One character of all sorts.
    pub fn character() -> BoxedStrategy<char> {
        prop_oneof![
            6 => prop::char::range('a', 'z'),
            2 => prop::char::range('A', 'Z'),
            2 => prop::char::range('0', '9'),
            4 => prop::sample::select(vec![' ', ' ', ' ', '\n', '\t', '\u{a0}']),
            3 => prop::sample::select("!?.,;:'\"-_()<|>#@".chars().collect::<Vec<_>>()),
            2 => prop::sample::select("éüßñøłčÀΩλжשعहि한글日本語".chars().collect::<Vec<_>>()),
            1 => prop::sample::select("😀🦀👩🚀🏽\u{200d}\u{301}\u{fe0f}".chars().collect::<Vec<_>>()),
            1 => any::<char>(),
        ]
        .boxed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_counterexample_is_made_smaller() {
        let mut trial = Trial::new(1);
        let mut smallest = usize::MAX;
        trial.for_all(strategy::ids(100, 40), |t, ids| {
            let holds = ids.len() < 3;
            if !holds {
                smallest = smallest.min(ids.len());
            }
            t.holds(holds, format!("{} ids", ids.len()));
        });
        let failure = trial.failure.expect("some input has three ids");
        assert_eq!(failure.evidence.note.as_deref(), Some("3 ids"));
        assert_eq!(smallest, 3);
    }

    #[test]
    fn what_holds_for_every_input_passes() {
        let mut trial = Trial::new(1);
        let mut tried = 0;
        trial.for_all(strategy::text(10), |t, text| {
            tried += 1;
            t.holds(text.chars().count() <= 10, "at most ten characters");
        });
        assert!(trial.failure.is_none());
        assert_eq!(tried, CASES);
    }
}
