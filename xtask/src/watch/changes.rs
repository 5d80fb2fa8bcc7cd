//! Whether the section's files changed: by the system's events, and by looking, in case the
//! events do not come (network mounts, exhausted limits).

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant, SystemTime};

use grader::course::Section;
use grader::fingerprint::{self, files_below};
use grader::{Place, Repo};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Heard;
use crate::app::App;

/// How often to look when events come, only to find out that they do not.
const NOW_AND_THEN: Duration = Duration::from_millis(500);
/// How often to look when they do not.
const OFTEN: Duration = Duration::from_millis(250);
/// How long an event may come after the change was seen.
const LATE: Duration = Duration::from_secs(1);

/// Watches the files of the current section.
pub struct Changes {
    /// Held: when it is dropped, the events end.
    _watcher: Option<RecommendedWatcher>,
    polling: bool,
    notice: Option<String>,
    /// The code that the last check began with.
    code: String,
    /// The files' times and sizes as last looked at: cheap to compare.
    seen: Vec<(PathBuf, Option<SystemTime>, u64)>,
    /// When the system last told of a change.
    last_event: Option<Instant>,
    /// When a change was seen that no event has told of yet.
    unannounced: Option<Instant>,
}

impl Changes {
    /// Starts to listen.
    pub fn watch(app: &App, poll: bool, sender: Sender<Heard>) -> Changes {
        let folder = app.repo.root().join("exercises");
        let started =
            if poll { Err("asked to look instead".to_owned()) } else { listen(&folder, sender) };
        let (watcher, notice) = match started {
            Ok(watcher) => (Some(watcher), None),
            Err(why) => {
                (None, Some(format!("no file events ({why}): looking four times a second")))
            }
        };
        Changes {
            polling: watcher.is_none(),
            _watcher: watcher,
            notice,
            code: String::new(),
            seen: Vec::new(),
            last_event: None,
            unannounced: None,
        }
    }

    /// How long the loop may sleep.
    pub fn patience(&self) -> Duration {
        if self.polling { OFTEN } else { NOW_AND_THEN }
    }

    /// An event came: whatever changed was announced.
    pub fn heard(&mut self) {
        self.unannounced = None;
        self.last_event = Some(Instant::now());
    }

    /// Notes what is on disk as that which is being checked.
    pub fn settle(&mut self, app: &App, section: &Section) {
        self.seen = look(&app.repo, section);
        self.code = fingerprint::of_code(&app.repo, section);
    }

    /// Whether what is on disk is something else than what is being, or was, checked. A new
    /// time stamp alone is no change.
    pub fn differ(&mut self, app: &App, section: &Section) -> bool {
        let seen = look(&app.repo, section);
        if seen == self.seen {
            return false;
        }
        self.seen = seen;
        fingerprint::of_code(&app.repo, section) != self.code
    }

    /// What has to be said about events that did not come, once.
    pub fn missed(&mut self, app: &App, section: &Section) -> Option<String> {
        if let Some(notice) = self.notice.take() {
            return Some(notice);
        }
        if self.polling {
            return None;
        }
        let silent = self.last_event.is_none_or(|at| at.elapsed() > LATE);
        if silent && look(&app.repo, section) != self.seen {
            self.unannounced.get_or_insert_with(Instant::now);
        }
        if self.unannounced.is_some_and(|since| since.elapsed() > LATE) {
            self.polling = true;
            return Some("file events do not come here: looking four times a second".to_owned());
        }
        None
    }
}

fn listen(folder: &std::path::Path, sender: Sender<Heard>) -> Result<RecommendedWatcher, String> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if !matches!(event, Ok(notify::Event { kind: EventKind::Access(_), .. })) {
            let _ = sender.send(Heard::Changed);
        }
    })
    .map_err(|e| e.to_string())?;
    watcher.watch(folder, RecursiveMode::Recursive).map_err(|e| e.to_string())?;
    Ok(watcher)
}

fn look(repo: &Repo, section: &Section) -> Vec<(PathBuf, Option<SystemTime>, u64)> {
    let folder = repo.section(Place::Exercise, section).join("src");
    files_below(&folder)
        .into_iter()
        .map(|file| {
            let metadata = std::fs::metadata(&file).ok();
            let time = metadata.as_ref().and_then(|m| m.modified().ok());
            (file, time, metadata.map_or(0, |m| m.len()))
        })
        .collect()
}
