//! What happened to each check: the data that a supervisor gives and everybody shows.

use serde::{Deserialize, Serialize};

/// What became of one check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckStatus {
    /// It holds.
    Passed,
    /// It ran, and something else came out than was expected.
    Failed,
    /// A `todo!()` was reached: not wrong, only not written yet.
    NotStarted,
    /// It did not finish within its time limit.
    TimedOut,
    /// The process ended before it could report.
    Crashed,
}

/// What became of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every check holds, those of the stretch part aside.
    Passed,
    /// Some check does not hold.
    Failed,
    /// Every check reached a `todo!()`.
    NotStarted,
    /// rustc refused it, so that no check could run.
    DoesNotCompile,
}

/// What a failing check saw.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The calls that led here, as a learner would type them. All but the last with what
    /// they gave back.
    pub calls: Vec<String>,
    /// What should have come out.
    pub expected: Option<String>,
    /// What came out.
    pub got: Option<String>,
    /// The first place where the two part, when that is not plain to see.
    pub difference: Option<String>,
    /// What should hold and does not, in words; or how the code stopped.
    pub note: Option<String>,
}

/// One row of a verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckReport {
    /// The check's name in the rubric.
    pub name: String,
    /// The function that it is about.
    pub function: String,
    /// What became of it.
    pub status: CheckStatus,
    /// What it earned: all or nothing.
    pub points: u32,
    /// What it could have earned.
    pub max: u32,
    /// Whether the section passes without it.
    pub stretch: bool,
    /// What happened, in a sentence or two; empty when it passed.
    pub message: String,
    /// The planted mistake that behaves just like the code that was checked.
    pub diagnosis: Option<String>,
    /// What that mistake is, in words for the learner.
    pub explanation: Option<String>,
    /// A function that the learner's code calls here and that is not right yet itself: to be mended
    /// first. Set by whoever knows the code.
    #[serde(default)]
    pub rests_on: Option<String>,
    /// What a failing check saw.
    pub evidence: Option<Evidence>,
    /// The beginning of what the learner's code printed meanwhile.
    pub printed: String,
}

impl CheckReport {
    /// Whether it ran, or tried to, and does not hold.
    pub fn is_wrong(&self) -> bool {
        matches!(self.status, CheckStatus::Failed | CheckStatus::TimedOut | CheckStatus::Crashed)
    }
}

/// The verdict on one section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// One row a check, in the rubric's order.
    pub checks: Vec<CheckReport>,
}

impl Report {
    /// The verdict on the section as a whole.
    pub fn verdict(&self) -> Verdict {
        let mut required = self.checks.iter().filter(|c| !c.stretch);
        if required.clone().all(|c| c.status == CheckStatus::Passed) {
            Verdict::Passed
        } else if required.all(|c| c.status == CheckStatus::NotStarted) {
            Verdict::NotStarted
        } else {
            Verdict::Failed
        }
    }

    /// The points earned.
    pub fn points(&self) -> u32 {
        self.checks.iter().map(|c| c.points).sum()
    }

    /// The points that could be earned, the stretch part included.
    pub fn max(&self) -> u32 {
        self.checks.iter().map(|c| c.max).sum()
    }

    /// How many checks passed.
    pub fn passed(&self) -> usize {
        self.checks.iter().filter(|c| c.status == CheckStatus::Passed).count()
    }

    /// The first check that a learner should look at: required before stretch.
    pub fn first_open(&self) -> Option<&CheckReport> {
        let open = |c: &&CheckReport| c.status != CheckStatus::Passed;
        self.checks
            .iter()
            .filter(|c| !c.stretch)
            .find(open)
            .or_else(|| self.checks.iter().find(open))
    }
}
