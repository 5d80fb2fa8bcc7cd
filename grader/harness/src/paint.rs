//! Colour, only where it helps and only where it is wanted.

use std::io::IsTerminal;

/// Paints words for a terminal, or leaves them plain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    on: bool,
}

impl Paint {
    /// No colour at all.
    pub const PLAIN: Paint = Paint { on: false };
    /// Always colour.
    pub const COLOUR: Paint = Paint { on: true };

    /// Colour when standard output is a terminal and `NO_COLOR` is not set.
    pub fn of_stdout() -> Paint {
        let unwanted = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty())
            || std::env::var_os("TERM").is_some_and(|v| v == "dumb");
        Paint { on: std::io::stdout().is_terminal() && !unwanted }
    }

    /// Whether this paints.
    pub fn is_on(self) -> bool {
        self.on
    }

    fn with(self, code: &str, text: &str) -> String {
        if self.on { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    /// What holds.
    pub fn green(self, text: &str) -> String {
        self.with("32", text)
    }
    /// What does not.
    pub fn red(self, text: &str) -> String {
        self.with("31", text)
    }
    /// What wants attention.
    pub fn yellow(self, text: &str) -> String {
        self.with("33", text)
    }
    /// A command or a place to go to.
    pub fn cyan(self, text: &str) -> String {
        self.with("36", text)
    }
    /// A title.
    pub fn bold(self, text: &str) -> String {
        self.with("1", text)
    }
    /// What may be skipped.
    pub fn dim(self, text: &str) -> String {
        self.with("2", text)
    }
    /// Words in a lesson that carry weight.
    pub fn italic(self, text: &str) -> String {
        self.with("3", text)
    }
}
