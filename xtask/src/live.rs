//! The line that shows that something is going on: on standard error, in place on a terminal,
//! a plain line now and then elsewhere, and nothing at all when it is over in a moment.

use std::io::{IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// How long something may take before it is worth a line.
const PATIENCE: Duration = Duration::from_millis(400);
/// How often a plain line is printed where none can be rewritten.
const PLAIN_EVERY: Duration = Duration::from_secs(3);

/// Whether a line stands on the terminal that the next one has to replace.
static SHOWN: Mutex<bool> = Mutex::new(false);

/// A line that says what is going on.
pub struct Live {
    start: Instant,
    last: Option<Instant>,
    silent: bool,
}

impl Live {
    /// Begins to count the time.
    pub fn start() -> Live {
        Live { start: Instant::now(), last: None, silent: false }
    }

    /// Shows nothing at all.
    pub fn silent() -> Live {
        Live { silent: true, ..Live::start() }
    }

    /// Says what is going on, if it has gone on for long enough.
    pub fn say(&mut self, text: &str) {
        let patience = if std::io::stderr().is_terminal() { PATIENCE } else { PLAIN_EVERY };
        if self.silent || self.start.elapsed() < patience {
            return;
        }
        self.say_now(text);
    }

    /// Says it at once.
    pub fn say_now(&mut self, text: &str) {
        if self.silent {
            return;
        }
        let mut out = std::io::stderr();
        if out.is_terminal() {
            let _ = write!(out, "\r\x1b[2K{text}");
            let _ = out.flush();
            if let Ok(mut shown) = SHOWN.lock() {
                *shown = true;
            }
        } else if self.last.is_none_or(|at| at.elapsed() > PLAIN_EVERY) {
            let _ = writeln!(out, "{text}");
            self.last = Some(Instant::now());
        }
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        clear();
    }
}

/// Takes the line away.
pub fn clear() {
    if let Ok(mut shown) = SHOWN.lock()
        && *shown
    {
        let mut out = std::io::stderr();
        let _ = write!(out, "\r\x1b[2K");
        let _ = out.flush();
        *shown = false;
    }
}
