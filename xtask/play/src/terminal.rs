//! Colour where it is wanted, and the width there is.

use std::io::{IsTerminal, Write};

use unicode_width::UnicodeWidthStr;

/// The width when it is not known: in a pipe.
const WIDTH: usize = 80;

/// Paints words for a terminal, or leaves them plain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    on: bool,
}

impl Paint {
    /// No colour at all.
    #[cfg(test)]
    pub const PLAIN: Paint = Paint { on: false };

    /// As standard output wants it.
    pub fn of_stdout() -> Paint {
        Paint { on: std::io::stdout().is_terminal() && wanted() }
    }

    /// As standard error wants it.
    pub fn of_stderr() -> Paint {
        Paint { on: std::io::stderr().is_terminal() && wanted() }
    }

    /// Whether this paints.
    pub fn is_on(self) -> bool {
        self.on
    }

    /// With the codes of an escape sequence, such as `1` for bold.
    pub fn with(self, codes: &str, text: &str) -> String {
        if self.on { format!("\x1b[{codes}m{text}\x1b[0m") } else { text.to_owned() }
    }

    /// What is wrong.
    pub fn red(self, text: &str) -> String {
        self.with("31", text)
    }

    /// A bar, a command.
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
}

fn wanted() -> bool {
    let unwanted = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty())
        || std::env::var_os("TERM").is_some_and(|v| v == "dumb");
    !unwanted
}

/// How many columns standard output has.
pub fn columns() -> usize {
    match std::io::stdout().is_terminal() {
        true => terminal_size::terminal_size().map_or(WIDTH, |(width, _)| usize::from(width.0)),
        false => WIDTH,
    }
    .max(40)
}

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text, filled with blanks on the right, or cut with an ellipsis.
pub fn cell(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return format!("{text}{}", " ".repeat(columns - width(text)));
    }
    let mut cut = String::new();
    for letter in text.chars() {
        let longer = format!("{cut}{letter}");
        if width(&longer) + 1 > columns {
            break;
        }
        cut = longer;
    }
    let cut = cut + "…";
    format!("{cut}{}", " ".repeat(columns.saturating_sub(width(&cut))))
}

/// A bar of up to `columns` columns, in eighths of one.
pub fn bar(share: f32, columns: usize) -> String {
    let eighths = (share.clamp(0.0, 1.0) * columns as f32 * 8.0).round() as usize;
    let last = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8];
    format!("{}{last}", "█".repeat(eighths / 8))
}

/// `1,234,567`
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `97.1 %`, in eight columns; what would read as nothing is shown as less than the least.
pub fn percent(share: f32) -> String {
    match share * 100.0 {
        0.0 => format!("{:>8}", "0 %"),
        small if small < 0.05 => format!("{:>8}", "< 0.1 %"),
        much => format!("{:>8}", format!("{much:.1} %")),
    }
}

/// `1 token`, `2 tokens`
pub fn count(number: usize, what: &str) -> String {
    format!("{} {what}{}", grouped(number), if number == 1 { "" } else { "s" })
}

/// Writes the result. When nobody reads on (`| head`), the program is done.
pub fn out(text: &str) {
    let mut out = std::io::stdout();
    if out.write_all(text.as_bytes()).and_then(|()| out.flush()).is_err() {
        crate::end(crate::Ending::Good);
    }
}

/// Says something beside the result.
pub fn aside(text: &str) {
    eprintln!("{}", Paint::of_stderr().dim(text));
}
