//! Every call into a section goes through here.
//!
//! A section that passed has code that was checked, but not on these inputs. So each call has a
//! wrapper in a file of its section: it catches a panic, looks at the shape of what came back
//! and at its numbers, and names section and function when something is wrong. What no wrapper
//! can catch (a stack overflow, an abort, an exit) the runner notices: it runs the program again
//! and reads in the trace which call was the last.

#[cfg(feature = "engine")]
pub mod block;
pub mod bpe;
#[cfg(feature = "engine")]
pub mod context;
#[cfg(feature = "engine")]
pub mod embedding;
#[cfg(feature = "engine")]
pub mod forward;
#[cfg(feature = "write")]
pub mod kv_cache;
#[cfg(any(feature = "next", feature = "write"))]
pub mod output;
#[cfg(feature = "engine")]
pub mod position;
#[cfg(any(feature = "next", feature = "write"))]
pub mod sampling;
#[cfg(feature = "neighbours")]
pub mod similarity;
pub mod tokenizer;

mod expect;
mod trouble;
mod watch;

use std::panic::{AssertUnwindSafe, catch_unwind};

pub use expect::{Wrong, shape};
pub use trouble::{Cause, Trouble};
#[cfg(test)]
pub use watch::who_is_whose;
pub use watch::{begin, yours};

/// A function of a section.
#[derive(Debug, PartialEq, Eq)]
pub struct Site {
    /// The section's id, such as `2.4`.
    pub section: &'static str,
    /// The function's name in its `src/lib.rs`.
    pub function: &'static str,
}

/// Calls a section's function.
///
/// `given` says in words what it was given, for an error only. `check` looks at what came back.
pub fn call<R>(
    site: &'static Site,
    given: impl FnOnce() -> String,
    run: impl FnOnce() -> R,
    check: impl FnOnce(&R) -> Result<(), Wrong>,
) -> Result<R, Trouble> {
    watch::entering(site);
    // What is half done when it panics is never looked at again: the program ends.
    let outcome = catch_unwind(AssertUnwindSafe(run));
    watch::leaving();
    let cause = match outcome {
        Ok(result) => match check(&result) {
            Ok(()) => return Ok(result),
            Err(wrong) => Cause::Wrong(wrong),
        },
        Err(_) => Cause::Panic(watch::last_panic()),
    };
    Err(Trouble { site, given: given(), cause })
}
