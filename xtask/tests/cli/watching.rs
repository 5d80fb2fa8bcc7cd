//! `watch` without a terminal: plain lines, and always the verdict on what is on disk.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::fixture::Course;

struct Watch {
    child: Child,
    lines: Receiver<String>,
}

impl Watch {
    fn start(course: &Course, arguments: &[&str]) -> Watch {
        let mut command = course.command(&[&["watch"], arguments].concat());
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts");
        let stdout = child.stdout.take().expect("its output");
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
        Watch { child, lines }
    }

    /// Waits for a line with this in it; what was printed until then.
    fn until(&self, wanted: &str) -> String {
        let mut seen = String::new();
        loop {
            match self.lines.recv_timeout(Duration::from_secs(60)) {
                Ok(line) => {
                    seen.push_str(&format!("{line}\n"));
                    if line.contains(wanted) {
                        return seen;
                    }
                }
                Err(_) => panic!("no line with `{wanted}` in\n{seen}"),
            }
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn follows_saves(course: &Course, arguments: &[&str]) -> Watch {
    let watch = Watch::start(course, arguments);
    watch.until("0 of 3 checks hold");
    course.solve_first("x + 2", "word.repeat(times)");
    let seen = watch.until("checks hold");
    assert!(seen.contains("This is two more, not twice"), "{seen}");
    course.solve_first("\"broken\"", "word.repeat(times)");
    watch.until("mismatched types");
    course.solve_first("x + x", "word.repeat(times)");
    watch.until("1.1 is done. You can now double anything.");
    watch
}

#[test]
fn a_verdict_on_every_save() {
    let course = Course::new();
    let watch = follows_saves(&course, &[]);
    // Longer than an event may be late: it must not be taken for one that never came.
    std::thread::sleep(Duration::from_millis(2500));
    course.solve_first("x + 1", "word.repeat(times)");
    let seen = watch.until("checks hold");
    assert!(!seen.contains("file events do not come"), "{seen}");
}

#[test]
fn without_file_events_it_looks_and_says_so() {
    let course = Course::new();
    let watch = Watch::start(&course, &["--poll"]);
    watch.until("looking four times a second");
    drop(watch);
    follows_saves(&Course::new(), &["--poll"]);
}

#[test]
fn a_save_during_a_check_cancels_it() {
    let course = Course::new();
    course.solve_first("loop { std::hint::black_box(x); }", "word.repeat(times)");
    let watch = Watch::start(&course, &[]);
    // Long enough that the endless loop is being checked, shorter than its limit.
    std::thread::sleep(Duration::from_millis(1500));
    course.solve_first("x + x", "word.repeat(times)");
    let seen = watch.until("1.1 is done.");
    assert!(!seen.contains("timed out"), "{seen}");
}

#[test]
fn a_file_renamed_over_is_a_save_too() {
    let course = Course::new();
    let watch = Watch::start(&course, &[]);
    watch.until("0 of 3 checks hold");
    let file = course.path(crate::fixture::FIRST);
    let text = course.read("solutions/ch1/01_double/src/lib.rs");
    let beside = file.with_extension("rs.tmp");
    std::fs::write(&beside, text).expect("it can be written");
    std::fs::rename(&beside, &file).expect("it can be renamed");
    watch.until("1.1 is done.");
}
