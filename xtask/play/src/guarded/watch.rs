//! Which call is under way, for whoever has to name it: the panic hook, a thread that notices
//! when one takes very long, and the trace that the runner reads after a crash.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write;
use std::panic::PanicHookInfo;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, OnceLock};
use std::time::Duration;

use super::Site;

/// The ids of the sections that are the learner's own here, joined by commas.
const YOURS: &str = "LLMLINGS_PLAY_YOURS";
/// A file to write each call into before it is made.
const TRACE: &str = "LLMLINGS_PLAY_TRACE";
/// How many seconds a call may take before something is said.
const LONG: u32 = 5;

static OWN: OnceLock<BTreeSet<String>> = OnceLock::new();
static TRACE_FILE: OnceLock<Mutex<File>> = OnceLock::new();
static PANIC: Mutex<String> = Mutex::new(String::new());
/// The call under way.
static SITE: Mutex<Option<&'static Site>> = Mutex::new(None);
/// How many calls there were.
static CALLS: AtomicU64 = AtomicU64::new(0);

/// Starts to watch. Before the first call.
pub fn begin() {
    let under_the_runner = std::env::var(YOURS);
    if under_the_runner.is_ok() {
        std::thread::spawn(hold_on);
    }
    who_is_whose(&under_the_runner.unwrap_or_default());
    if let Some(file) = std::env::var_os(TRACE).and_then(|path| File::create(path).ok()) {
        let _ = TRACE_FILE.set(Mutex::new(file));
    }
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| match under_way() {
        Some(_) => note(info),
        None => usual(info),
    }));
    std::thread::spawn(speak_up);
}

/// Sets which sections are the learner's: their ids, joined by commas.
pub fn who_is_whose(ids: &str) {
    let ids = ids.split(',').filter(|id| !id.is_empty()).map(str::to_owned);
    let _ = OWN.set(ids.collect());
}

/// Whether a section's code is the learner's.
pub fn yours(section: &str) -> bool {
    OWN.get().is_some_and(|own| own.contains(section))
}

/// A call begins.
pub fn entering(site: &'static Site) {
    CALLS.fetch_add(1, Relaxed);
    set(Some(site));
    if let Some(Ok(mut file)) = TRACE_FILE.get().map(Mutex::lock) {
        let _ = writeln!(file, "{} {}", site.section, site.function);
    }
}

/// It is over.
pub fn leaving() {
    set(None);
    if let Some(Ok(mut file)) = TRACE_FILE.get().map(Mutex::lock) {
        let _ = writeln!(file, "-");
    }
}

/// The message of the panic that was just caught.
pub fn last_panic() -> String {
    PANIC.lock().map(|text| text.clone()).unwrap_or_default()
}

fn set(site: Option<&'static Site>) {
    if let Ok(mut current) = SITE.lock() {
        *current = site;
    }
}

fn under_way() -> Option<&'static Site> {
    SITE.lock().ok().and_then(|site| *site)
}

fn note(info: &PanicHookInfo<'_>) {
    let payload = info.payload();
    let message = payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no message".to_owned());
    let place = info.location().map_or_else(String::new, |at| {
        format!("\n    at        {}:{}", in_the_course(at.file()), at.line())
    });
    if let Ok(mut text) = PANIC.lock() {
        *text = message + &place;
    }
}

/// A path of the course as the learner knows it: from `exercises/` or `solutions/` on.
fn in_the_course(file: &str) -> String {
    let file = file.replace('\\', "/");
    ["exercises/", "solutions/"]
        .iter()
        .find_map(|folder| file.rfind(folder).map(|at| file[at..].to_owned()))
        .unwrap_or(file)
}

/// Says which call it is that does not end.
fn speak_up() {
    let (mut before, mut seconds) = (0, 0);
    while seconds < LONG {
        std::thread::sleep(Duration::from_secs(1));
        let now = CALLS.load(Relaxed);
        seconds = if now == before && under_way().is_some() { seconds + 1 } else { 0 };
        before = now;
    }
    let Some(Site { section, function }) = under_way() else { return };
    let whose = if yours(section) { "your code" } else { "the reference" };
    eprintln!(
        "\n{function} of section {section} ({whose}) has been at it for {LONG} s; Ctrl-C ends it"
    );
}

/// The runner holds the other end of standard input: when it is gone, so is this program, and no
/// endless loop is left behind.
fn hold_on() {
    let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
    std::process::exit(0);
}
