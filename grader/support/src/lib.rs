//! What the checks need that no save of a learner's changes: oracles to hold code against, and
//! texts to try it on.
//!
//! A check file is compiled on every save, without optimization. What is here is compiled
//! once, and optimized, so that a check on a real text takes no longer than the learner's own
//! code does. Nothing here knows a section's crate.

pub mod bpe;
pub mod english;
pub mod position;
pub mod special;
pub mod utf8;
