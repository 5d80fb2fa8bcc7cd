//! A `watch` that runs beside, to be timed from a save to its verdict.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use grader::course::Section;

use super::copy::Copy;

/// How long to wait for a verdict before giving up.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running `watch`, and its verdicts as they come.
pub struct Watched<'a> {
    copy: &'a Copy,
    section: String,
    running: Option<(Child, Receiver<()>)>,
}

impl<'a> Watched<'a> {
    /// Starts one and waits for its first verdict.
    pub fn start(copy: &'a Copy, section: &Section) -> Result<Watched<'a>> {
        let mut watched = Watched { copy, section: section.id.clone(), running: None };
        watched.resume()?;
        Ok(watched)
    }

    /// Starts it again after a pause.
    pub fn resume(&mut self) -> Result<()> {
        let mut child = Command::new(self.copy.runner())
            .current_dir(self.copy.folder())
            .args(["watch", &self.section])
            .env_remove("CARGO_TARGET_DIR")
            .env("NO_COLOR", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("the runner does not start")?;
        let stdout = child.stdout.take().context("no output")?;
        let (sender, verdicts) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                if line.contains(" is done.") || line.contains("checks hold") {
                    let _ = sender.send(());
                }
            }
        });
        self.running = Some((child, verdicts));
        self.verdict()
    }

    /// Waits for the next verdict.
    pub fn verdict(&mut self) -> Result<()> {
        match &self.running {
            Some((_, verdicts)) => verdicts.recv_timeout(PATIENCE).context("watch gave no verdict"),
            None => bail!("watch is not running"),
        }
    }

    /// Stops it, so that it does not compete with what is timed next.
    pub fn pause(&mut self) {
        if let Some((mut child, _)) = self.running.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Drop for Watched<'_> {
    fn drop(&mut self) {
        self.pause();
    }
}
