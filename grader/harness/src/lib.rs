//! The harness: the small crate that is linked with a learner's code.
//!
//! A check file is a table of checks (the rubric) and then plain functions:
//!
//! ```ignore
//! harness::subject! { bpe in "ch1/03_bpe" {
//!     fn merge(ids: &[u32], pair: (u32, u32), new_id: u32) -> Vec<u32>,
//!         wrong in overlapping, from_the_right;
//! } }
//!
//! fn main() {
//!     harness::run(&[
//!         check("merges left to right, never overlapping", 2, merges_left_to_right).of("merge"),
//!     ]);
//! }
//!
//! fn merges_left_to_right(t: &mut Trial) {
//!     t.eq(merge(&[97, 97, 97], (97, 97), 256), vec![256, 97]);
//! }
//! ```
//!
//! Every check runs in a process of its own ([`supervise()`] starts it), so that an endless
//! loop, a stack overflow or an `exit(0)` costs that check and no other. What happened comes
//! back as a [`Report`]; [`render_report`] writes it for a person.

mod alloc;
mod calls;
mod channel;
mod child;
mod entry;
mod misconception;
mod paint;
mod picture;
mod property;
mod render;
mod report;
mod rubric;
mod subject;
mod supervise;
mod trial;

pub use alloc::{Counting, MEMORY_LIMIT};
pub use calls::{Argument, argument, called};
pub use entry::run;
pub use misconception::Misconception;
pub use paint::Paint;
pub use plain::{Plain, Value};
pub use property::strategy;
pub use proptest;
pub use render::{Pointer, render_check, render_report, wrap_to};
pub use report::{CheckReport, CheckStatus, Evidence, Report, Verdict};
pub use rubric::{Body, Check, Row, check, check_with, stretch};
pub use supervise::{Event, Options, StartError, supervise};
pub use trial::Trial;

/// The seed of all random inputs unless another is asked for, so that two runs agree.
pub const DEFAULT_SEED: u64 = 20_170_612;
