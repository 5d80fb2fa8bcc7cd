//! The rubric: the table at the top of a check file.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::trial::Trial;

/// One check: a human name, its points, and the function that tries it.
pub struct Check {
    pub(crate) row: Row,
    pub(crate) body: Body,
}

/// What a check does.
pub type Body = Arc<dyn Fn(&mut Trial) + Send + Sync>;

/// What the rubric says of a check; all that a supervisor needs to know of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// What holds when the check passes, in words: "merges left to right, never overlapping".
    pub name: String,
    /// The function that the learner writes and that this check is about.
    pub function: String,
    /// What passing it is worth.
    pub points: u32,
    /// Whether it may stay unsolved in a section that counts as passed.
    pub stretch: bool,
    /// How long it may take, in seconds, when that is not the usual time.
    pub limit: Option<u64>,
}

/// A check that must pass for its section to pass.
pub fn check(name: &str, points: u32, body: fn(&mut Trial)) -> Check {
    check_with(name, points, Arc::new(body))
}

/// The same, where what a check does is made of data: of a question, say.
pub fn check_with(name: &str, points: u32, body: Body) -> Check {
    let row =
        Row { name: name.to_owned(), function: String::new(), points, stretch: false, limit: None };
    Check { row, body }
}

/// A check beyond the section's own demands: graded, but a section passes without it.
pub fn stretch(name: &str, points: u32, body: fn(&mut Trial)) -> Check {
    let mut check = check(name, points, body);
    check.row.stretch = true;
    check
}

impl Check {
    /// Names the function that this check is about: its hints and its place in the lesson
    /// are what a failure points to.
    pub fn of(mut self, function: &str) -> Check {
        self.row.function = function.to_owned();
        self
    }

    /// Another time limit than the usual one, in seconds.
    pub fn limit(mut self, seconds: u64) -> Check {
        self.row.limit = Some(seconds);
        self
    }
}
