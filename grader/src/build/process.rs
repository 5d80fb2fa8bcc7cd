//! A process whose lines are read as they come, and that can be stopped with all it started.

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::atomic::Ordering::SeqCst;
use std::sync::mpsc;
use std::time::Duration;

use process_wrap::std::CommandWrap;

use super::Build;
use crate::error::Error;

/// One line of what a process says.
pub enum Line {
    /// On standard output.
    Out(String),
    /// On standard error.
    Err(String),
}

/// Runs it to its end, unless it is cancelled before.
pub fn run(
    mut command: Command,
    build: Build<'_>,
    on_line: &mut dyn FnMut(Line),
) -> Result<ExitStatus, Error> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut command = CommandWrap::from(command);
    if build.own_group {
        #[cfg(unix)]
        command.wrap(process_wrap::std::ProcessGroup::leader());
        #[cfg(windows)]
        command.wrap(process_wrap::std::JobObject);
    }
    let mut child = command.spawn().map_err(Error::NoCargo)?;
    let (sender, lines) = mpsc::channel();
    if let Some(out) = child.stdout().take() {
        forward(out, sender.clone(), Line::Out);
    }
    if let Some(err) = child.stderr().take() {
        forward(err, sender, Line::Err);
    }
    loop {
        match lines.recv_timeout(Duration::from_millis(10)) {
            Ok(line) => on_line(line),
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
            Err(mpsc::RecvTimeoutError::Timeout) => {}
        }
        if build.cancelled.load(SeqCst) {
            let _ = child.kill();
            return Err(Error::Cancelled);
        }
    }
    child.wait().map_err(Error::NoCargo)
}

fn forward(
    from: impl std::io::Read + Send + 'static,
    to: mpsc::Sender<Line>,
    wrap: fn(String) -> Line,
) {
    std::thread::spawn(move || {
        for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
            if to.send(wrap(String::from_utf8_lossy(&line).into_owned())).is_err() {
                return;
            }
        }
    });
}
