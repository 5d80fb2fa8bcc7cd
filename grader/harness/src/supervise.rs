//! The supervisor: starts a process for each check, waits with a time limit, and judges how
//! the process ended when the check itself could not say.

mod ending;
mod output;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use crate::DEFAULT_SEED;
use crate::channel::{self, Message, Order};
use crate::entry::{CHECK, RUBRIC};
use crate::report::{CheckReport, CheckStatus, Evidence, Report};
use crate::rubric::Row;
use output::{Output, collect};

/// How long a check may take unless its rubric says otherwise.
const LIMIT: Duration = Duration::from_secs(10);
/// The limit of the checks that start after one has run out of time: whoever wrote an
/// endless loop should not have to wait for each check that walks into it.
const LIMIT_AFTER_A_TIMEOUT: Duration = Duration::from_secs(2);

/// How long the second run of a check that did not finish may take.
const TO_FIND_THE_CALL: Duration = Duration::from_secs(1);

/// How often to tell that a check is still running.
const TICK: Duration = Duration::from_millis(250);

/// How the checks are run.
#[derive(Clone, Debug)]
pub struct Options {
    /// The seed of the random inputs.
    pub seed: u64,
    /// How many processes at a time; as many as there are cores unless said.
    pub jobs: usize,
    /// The usual time limit of one check.
    pub limit: Duration,
    /// Further environment variables for the checks' processes.
    pub environment: Vec<(String, String)>,
}

impl Default for Options {
    fn default() -> Options {
        let jobs = std::thread::available_parallelism().map_or(2, usize::from);
        Options { seed: DEFAULT_SEED, jobs, limit: LIMIT, environment: Vec::new() }
    }
}

/// What happens while checks run, for whoever shows it.
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    /// A check is running, for this long so far. Comes again and again.
    Running(&'a Row, Duration),
    /// A check is over.
    Finished(&'a CheckReport),
}

/// Why checks could not be run at all.
#[derive(Debug)]
pub enum StartError {
    /// The check program could not be started, or gave no rubric.
    Program(PathBuf, String),
    /// The channel of a check could not be made.
    Channel(PathBuf, std::io::Error),
    /// Whoever asked has asked to stop.
    Cancelled,
}

impl std::fmt::Display for StartError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            StartError::Program(path, why) => {
                write!(f, "the checks at {} could not be started: {why}", path.display())
            }
            StartError::Channel(path, why) => {
                write!(f, "cannot write to the temporary folder {}: {why}", path.display())
            }
            StartError::Cancelled => write!(f, "cancelled"),
        }
    }
}

impl std::error::Error for StartError {}

/// Asks a check program for its rubric.
fn rubric_of(program: &Path) -> Result<Vec<Row>, StartError> {
    let wrong = |why: String| StartError::Program(program.to_owned(), why);
    let output = Command::new(program)
        .arg(RUBRIC)
        .stdin(Stdio::null())
        .output()
        .map_err(|e| wrong(e.to_string()))?;
    serde_json::from_slice(&output.stdout).map_err(|e| wrong(format!("no rubric: {e}")))
}

/// Runs every check of a check program. `cancelled` may be set from another thread; then all
/// processes end at once and so does this.
pub fn supervise(
    program: &Path,
    options: &Options,
    cancelled: &AtomicBool,
    on_event: &mut dyn FnMut(Event<'_>),
) -> Result<Report, StartError> {
    let rows = rubric_of(program)?;
    let numbers: Vec<usize> = (0..rows.len()).collect();
    supervise_rows(program, &numbers, &rows, options, cancelled, on_event)
}

/// Runs the checks with these numbers, described by these rows.
pub(crate) fn supervise_rows(
    program: &Path,
    numbers: &[usize],
    rows: &[Row],
    options: &Options,
    cancelled: &AtomicBool,
    on_event: &mut dyn FnMut(Event<'_>),
) -> Result<Report, StartError> {
    let next = AtomicUsize::new(0);
    let order = in_which_order(rows);
    let someone_timed_out = AtomicBool::new(false);
    let (sender, receiver) = mpsc::channel();
    let sender = Mutex::new(sender);
    let mut reports: Vec<Option<CheckReport>> = vec![None; rows.len()];
    let mut error = None;
    std::thread::scope(|scope| {
        for _ in 0..options.jobs.clamp(1, rows.len().max(1)) {
            let Ok(sender) = sender.lock().map(|s| s.clone()) else {
                return;
            };
            let (next, order, timed_out) = (&next, &order, &someone_timed_out);
            scope.spawn(move || {
                loop {
                    let Some(&i) = order.get(next.fetch_add(1, SeqCst)) else { return };
                    let row = &rows[i];
                    let _ = sender.send((i, None));
                    let limit = limit_of(row, options, timed_out.load(SeqCst));
                    let result = one_check(program, numbers[i], row, limit, options, cancelled);
                    if matches!(&result, Ok(r) if r.status == CheckStatus::TimedOut) {
                        timed_out.store(true, SeqCst);
                    }
                    let stop = result.is_err();
                    let _ = sender.send((i, Some(result)));
                    if stop {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut running: Vec<(usize, Instant)> = Vec::new();
        loop {
            match receiver.recv_timeout(TICK) {
                Err(mpsc::RecvTimeoutError::Disconnected) => break,
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    if let Some((i, since)) = running.first() {
                        on_event(Event::Running(&rows[*i], since.elapsed()));
                    }
                }
                Ok((i, None)) => running.push((i, Instant::now())),
                Ok((i, Some(result))) => {
                    running.retain(|(other, _)| *other != i);
                    match result {
                        Ok(report) => {
                            on_event(Event::Finished(&report));
                            reports[i] = Some(report);
                        }
                        Err(e) => {
                            next.store(rows.len(), SeqCst);
                            error.get_or_insert(e);
                        }
                    }
                }
            }
        }
    });
    match error {
        Some(e) => Err(e),
        None => Ok(Report { checks: reports.into_iter().flatten().collect() }),
    }
}

/// Stretch checks first: they have the most to do, and whoever starts last is waited for.
fn in_which_order(rows: &[Row]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|&i| !rows[i].stretch);
    order
}

fn limit_of(row: &Row, options: &Options, someone_timed_out: bool) -> Duration {
    let limit = row.limit.map_or(options.limit, Duration::from_secs);
    if someone_timed_out { limit.min(LIMIT_AFTER_A_TIMEOUT) } else { limit }
}

/// How a check's process came to its end.
enum End {
    Exited(ExitStatus),
    TimedOut,
    PrintedTooMuch,
}

/// Runs one check. When its process died without a word, it runs once more, telling of each
/// call before it is made: so the report can show the call that it died of.
fn one_check(
    program: &Path,
    number: usize,
    row: &Row,
    limit: Duration,
    options: &Options,
    cancelled: &AtomicBool,
) -> Result<CheckReport, StartError> {
    let process = CheckProcess { program, number, options, cancelled };
    let (mut report, messages) = process.run(row, limit, false)?;
    let silent = matches!(report.status, CheckStatus::TimedOut | CheckStatus::Crashed)
        && messages.iter().all(|m| *m == Message::OutOfMemory);
    if silent {
        let (_, calls) = process.run(row, limit.min(TO_FIND_THE_CALL), true)?;
        let last = calls.iter().rev().find_map(|message| match message {
            Message::Calling(call) => Some(call.clone()),
            _ => None,
        });
        if let Some(call) = last {
            let note = Some(report.message.clone());
            report.message = format!("{call}: {}", report.message);
            report.evidence = Some(Evidence { calls: vec![call], note, ..Evidence::default() });
        }
    }
    Ok(report)
}

/// One check, to be run in a process of its own.
struct CheckProcess<'a> {
    program: &'a Path,
    number: usize,
    options: &'a Options,
    cancelled: &'a AtomicBool,
}

impl CheckProcess<'_> {
    fn run(
        &self,
        row: &Row,
        limit: Duration,
        trace: bool,
    ) -> Result<(CheckReport, Vec<Message>), StartError> {
        let CheckProcess { program, number, options, cancelled } = *self;
        let channel = TemporaryFile::make()?;
        let token = fresh_token();
        let order = Order {
            channel: channel.path.clone(),
            token: token.clone(),
            seed: options.seed,
            trace,
        };
        let failed = |e: std::io::Error| StartError::Program(program.to_owned(), e.to_string());

        let (reader, writer) = std::io::pipe().map_err(failed)?;
        let mut command = Command::new(program);
        command
            .args([CHECK, &number.to_string()])
            .envs(options.environment.iter().map(|(k, v)| (k, v)))
            .stdin(Stdio::piped())
            .stdout(writer.try_clone().map_err(failed)?)
            .stderr(writer);
        let mut child = command.spawn().map_err(failed)?;
        drop(command);
        // Kept open until the end: when it closes, the process ends itself.
        let mut lifeline = child.stdin.take();
        if let Some(stdin) = &mut lifeline {
            let mut line = serde_json::to_vec(&order).unwrap_or_default();
            line.push(b'\n');
            let _ = stdin.write_all(&line);
        }
        let output = collect(reader);
        let end =
            wait(&mut child, &output, limit, cancelled, || has_verdict(&channel.path, &token));
        let _ = child.kill();
        let _ = child.wait();
        drop(lifeline);
        let end = end.ok_or(StartError::Cancelled)?;
        let messages = channel::read(&channel.path, &token);
        Ok((ending::judge(row, &messages, &end, &output.text(), limit), messages))
    }
}

/// Whether the check has reported, so that only its diagnosis is still to come.
fn has_verdict(channel: &Path, token: &str) -> bool {
    channel::read(channel, token)
        .iter()
        .any(|m| !matches!(m, Message::FailedSoFar(_) | Message::Calling(_)))
}

/// Waits for the process to end, at most `limit`; `None` when cancelled. A check that has
/// reported by then has not run out of time: what did is the search for a diagnosis.
fn wait(
    child: &mut Child,
    output: &Output,
    limit: Duration,
    cancelled: &AtomicBool,
    reported: impl Fn() -> bool,
) -> Option<End> {
    let start = Instant::now();
    loop {
        if cancelled.load(SeqCst) {
            return None;
        }
        if let Ok(Some(status)) = child.try_wait() {
            output.settle();
            return Some(End::Exited(status));
        }
        if output.too_much() {
            return Some(End::PrintedTooMuch);
        }
        if start.elapsed() >= limit {
            if reported() {
                let _ = child.kill();
                return child.wait().ok().map(End::Exited);
            }
            return Some(End::TimedOut);
        }
        output.sleep(Duration::from_millis(5));
    }
}

fn fresh_token() -> String {
    use std::hash::{BuildHasher, RandomState};
    // Each RandomState is keyed anew by the operating system's randomness.
    let word = || RandomState::new().hash_one(std::process::id());
    format!("{:016x}{:016x}", word(), word())
}

/// A file that is gone when this is.
struct TemporaryFile {
    path: PathBuf,
}

impl TemporaryFile {
    fn make() -> Result<TemporaryFile, StartError> {
        let folder = std::env::temp_dir();
        let path = folder.join(format!("llmlings-{}", fresh_token()));
        std::fs::File::create_new(&path).map_err(|e| StartError::Channel(folder, e))?;
        Ok(TemporaryFile { path })
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}
