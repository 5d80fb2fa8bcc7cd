//! What the learner's code prints, taken in as it comes and never without end.

use std::io::{PipeReader, Read};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread::Thread;
use std::time::{Duration, Instant};

/// How much of the output is kept to show.
const KEPT: usize = 16 << 10;
/// How much a check may print before it counts as printing without end.
const TOO_MUCH: usize = 16 << 20;

#[derive(Clone)]
pub(super) struct Output {
    kept: Arc<Mutex<Vec<u8>>>,
    total: Arc<AtomicUsize>,
    over: Arc<AtomicBool>,
    waiter: Thread,
}

/// Reads until the other end closes, on a thread of its own: a process that the learner's
/// code started may hold the pipe open for longer than anyone wants to wait.
pub(super) fn collect(mut reader: PipeReader) -> Output {
    let output = Output {
        kept: Arc::default(),
        total: Arc::default(),
        over: Arc::default(),
        waiter: std::thread::current(),
    };
    let mine = output.clone();
    std::thread::spawn(move || {
        let mut chunk = [0; 8192];
        while let Ok(read @ 1..) = reader.read(&mut chunk) {
            mine.total.fetch_add(read, SeqCst);
            if let Ok(mut kept) = mine.kept.lock() {
                let room = KEPT.saturating_sub(kept.len()).min(read);
                kept.extend_from_slice(&chunk[..room]);
            }
        }
        mine.over.store(true, SeqCst);
        mine.waiter.unpark();
    });
    output
}

impl Output {
    pub(super) fn too_much(&self) -> bool {
        self.total.load(SeqCst) > TOO_MUCH
    }

    /// Sleeps, but wakes when the process closes its output: mostly because it has ended.
    pub(super) fn sleep(&self, pause: Duration) {
        if self.over.load(SeqCst) {
            std::thread::sleep(Duration::from_micros(200).min(pause));
        } else {
            std::thread::park_timeout(pause);
        }
    }

    /// Gives the reader a moment to take in what the ended process left in the pipe.
    pub(super) fn settle(&self) {
        let start = Instant::now();
        while !self.over.load(SeqCst) && start.elapsed() < Duration::from_millis(200) {
            std::thread::sleep(Duration::from_micros(100));
        }
    }

    pub(super) fn text(&self) -> String {
        let kept = self.kept.lock().map(|k| k.clone()).unwrap_or_default();
        let mut text = String::from_utf8_lossy(&kept).into_owned();
        let total = self.total.load(SeqCst);
        if total > KEPT {
            text.push_str(&format!("\n… and {} KB more", (total - KEPT) >> 10));
        }
        text
    }
}
