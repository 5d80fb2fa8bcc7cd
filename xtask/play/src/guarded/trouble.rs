//! What is said when a section's code does not do what it should.

use std::fmt;

use super::{Site, Wrong, yours};

/// A call into a section that went wrong.
#[derive(Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Which function.
    pub site: &'static Site,
    /// What it was given.
    pub given: String,
    /// What went wrong.
    pub cause: Cause,
}

/// What went wrong.
#[derive(Debug, PartialEq, Eq)]
pub enum Cause {
    /// It panicked: the message, and where.
    Panic(String),
    /// What it gave back is not what was asked for.
    Wrong(Wrong),
}

impl std::error::Error for Trouble {}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Site { section, function } = self.site;
        let own = yours(section);
        let whose = if own { "your code" } else { "the reference" };
        match &self.cause {
            Cause::Panic(message) => {
                writeln!(f, "{function} of section {section} ({whose}) panicked: {message}")?;
                writeln!(f, "    given     {}", self.given)?;
            }
            Cause::Wrong(Wrong { expected, got }) => {
                writeln!(f, "{function} of section {section} ({whose}) gave back something wrong")?;
                writeln!(f, "    given     {}", self.given)?;
                writeln!(f, "    expected  {expected}")?;
                writeln!(f, "    got       {got}")?;
            }
        }
        f.write_str(&advice(section, own))
    }
}

/// What to do about it.
fn advice(section: &str, own: bool) -> String {
    if own {
        return format!(
            "    Section {section} passed its checks; they tried other inputs than this one.\n    \
             Mend it and check it again: cargo xtask run {section}"
        );
    }
    "    That is the course's own code, so it is a bug of the course: please report it.".to_owned()
}
