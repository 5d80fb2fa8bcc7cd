//! The check that is going on, on a thread of its own, and can be stopped.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;

use grader::course::Section;

use super::Heard;
use crate::app::App;
use crate::check::{self, How};
use crate::live::Live;

/// At most one check at a time; the last one started is the one that counts.
pub struct Work {
    sender: Sender<Heard>,
    number: u64,
    running: Option<(Arc<AtomicBool>, JoinHandle<()>)>,
}

impl Work {
    /// No check yet.
    pub fn new(sender: Sender<Heard>) -> Work {
        Work { sender, number: 0, running: None }
    }

    /// Stops the check that is going on and starts another.
    pub fn start(&mut self, app: &App, section: &Section) {
        self.cancel();
        self.number += 1;
        let cancelled = Arc::new(AtomicBool::new(false));
        let (flag, sender, number) = (cancelled.clone(), self.sender.clone(), self.number);
        let app = App { repo: app.repo.clone(), course: app.course.clone(), paint: app.paint };
        let section = section.clone();
        let handle = std::thread::spawn(move || {
            let refused = sender.clone();
            let how = How {
                seed: None,
                cancelled: &flag,
                own_group: true,
                on_error: &mut |error| {
                    let _ = refused.send(Heard::Refused(number, error.to_owned()));
                },
            };
            let result = check::check(&app, &section, &mut Live::start(), how);
            let _ = sender.send(Heard::Done(number, Box::new(result)));
        });
        self.running = Some((cancelled, handle));
    }

    /// Stops the check that is going on, with every process it started.
    pub fn cancel(&mut self) {
        if let Some((cancelled, handle)) = self.running.take() {
            cancelled.store(true, SeqCst);
            let _ = handle.join();
        }
    }

    /// The check came to its end.
    pub fn finished(&mut self) {
        self.running = None;
    }

    /// Whether this is the check that counts, or one that was stopped.
    pub fn is_current(&self, number: u64) -> bool {
        number == self.number
    }
}
