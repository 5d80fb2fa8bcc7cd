//! The progress of a training: a bar on a terminal, a line now and then anywhere.

use std::time::{Duration, Instant};

use anyhow::Result;
use indicatif::{HumanDuration, ProgressBar, ProgressStyle};

use crate::training::Report;

/// Shows how far a training is.
pub struct Progress {
    bar: ProgressBar,
    steps: usize,
    tokens: usize,
    first: usize,
    begun: Instant,
}

impl Progress {
    /// Progress from step `first` to `steps`, of so many tokens each.
    pub fn new(steps: usize, first: usize, tokens: usize) -> Result<Progress> {
        let bar = ProgressBar::new(steps as u64).with_position(first as u64);
        bar.set_style(ProgressStyle::with_template("{wide_bar} step {pos}/{len}, {msg}")?);
        Ok(Progress { bar, steps, tokens, first, begun: Instant::now() })
    }

    /// After a step: moves the bar.
    pub fn step(&self, done: usize, report: &Report) {
        self.bar.set_position(done as u64);
        self.bar.set_message(self.message(done, report));
    }

    /// A line above the bar, with the held-out loss where one was measured.
    pub fn line(&self, done: usize, report: &Report, held_out: Option<f64>) {
        let held_out = held_out.map_or(String::new(), |loss| format!("held-out loss {loss:.4}, "));
        let line = format!("step {done}/{}: {held_out}{}", self.steps, self.message(done, report));
        self.say(&line);
    }

    /// Prints a line above the bar.
    pub fn say(&self, line: &str) {
        self.bar.suspend(|| println!("{line}"));
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }

    fn message(&self, done: usize, report: &Report) -> String {
        let seconds = self.begun.elapsed().as_secs_f64() / (done - self.first).max(1) as f64;
        let left = HumanDuration(Duration::from_secs_f64(seconds * (self.steps - done) as f64));
        let Report { smooth, rate, .. } = report;
        let speed = self.tokens as f64 / seconds;
        format!("loss {smooth:.4}, rate {rate:.6}, {speed:.0} tokens/s, {left:#} left")
    }
}
