//! `play`: the model at work, with the learner's own code wherever it has passed.

/// The command line is shared with the program itself, which reads all of it.
#[allow(dead_code)]
#[path = "../play/src/args.rs"]
mod args;

use std::ffi::OsString;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio, exit};
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context, Result, bail};
use grader::play::{self, Built, Event, Plan, Whose};

use crate::Outcome;
use crate::app::{App, paint_of_stderr};
use crate::check::crates;
use crate::live::{self, Live};

pub use args::Args;

/// The program adds this to its exit code when it ends in an orderly way.
const ORDERLY: i32 = 40;
/// The exit code of a Rust program that panicked: `play` itself did, for it catches what a
/// section does.
const PANICKED: i32 = 101;
/// How long a second run may take to crash again.
const PATIENCE: Duration = Duration::from_secs(60);

/// Builds the program if need be, and runs it.
pub fn play(app: &App, args: &Args) -> Result<Outcome> {
    run_with(app, args.command.sections(), arguments().collect())
}

/// The story that ends the course, in the learner's own code.
pub fn story(app: &App) -> Result<Outcome> {
    let command = args::Command::Story(args::Story {
        text: Vec::new(),
        temperature: 0.8,
        seed: 1,
        max_tokens: 250,
    });
    run_with(app, command.sections(), vec!["story".into()])
}

fn run_with(app: &App, needed: &[&str], arguments: Vec<OsString>) -> Result<Outcome> {
    let (plan, program) = built(app, needed)?;
    eprintln!("{}", paint_of_stderr().dim(&plan.line(needed)));
    let seed = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let mut command = Command::new(&program);
    command
        .args(arguments)
        .env("LLMLINGS_PLAY_YOURS", plan.yours().join(","))
        .env("LLMLINGS_PLAY_SEED", (seed.as_nanos() % 1_000_000).to_string());
    let status =
        run(&mut command).with_context(|| format!("cannot start {}", program.display()))?;
    match status.code().map(|code| code - ORDERLY) {
        Some(0) => Ok(Outcome::Holds),
        Some(1) => Ok(Outcome::Fails),
        // What was wrong has been said already.
        Some(2) => exit(2),
        _ if status.code() == Some(PANICKED) => {
            bail!("that is a bug of the course, and not of your code: please report it")
        }
        _ if was_stopped(status) => exit(130),
        _ => {
            eprintln!("{}", crashed(app, &plan, command, status));
            Ok(Outcome::Fails)
        }
    }
}

/// Runs it to its end. Its standard input is a pipe whose other end is held here: when this
/// program is killed the pipe closes, and that one ends itself.
fn run(command: &mut Command) -> std::io::Result<ExitStatus> {
    let mut child = command.stdin(Stdio::piped()).spawn()?;
    let _lifeline = child.stdin.take();
    child.wait()
}

/// The arguments after `play`: nothing stands before it that could be called so.
fn arguments() -> impl Iterator<Item = OsString> {
    std::env::args_os().skip_while(|argument| argument != "play").skip(1)
}

/// What runs, and the program. Code that does not compile is left aside for the reference.
fn built(app: &App, needed: &[&str]) -> Result<(Plan, std::path::PathBuf)> {
    let progress = app.progress()?;
    let mut refused: Vec<String> = Vec::new();
    let mut live = Live::start();
    loop {
        let plan = play::plan(&app.repo, &app.course, &progress, &refused)?;
        all_there(&plan, needed)?;
        let built = play::build(&app.repo, &plan, &mut |event| match event {
            Event::Compiling(count, name) => {
                live.say_now(&format!("Compiling play, once: {} ({name})", crates(count)));
            }
            Event::Says(words) => live.say(words),
        })?;
        live::clear();
        match built {
            Built::Program(program) => return Ok((plan, program)),
            Built::Refused(packages) => refused.extend(packages),
        }
    }
}

/// An error that names the sections that neither passed nor have a reference.
fn all_there(plan: &Plan, needed: &[&str]) -> Result<()> {
    // Without the tokenizer there is nothing to play with, so every command needs it.
    let open: Vec<String> = plan
        .among(needed)
        .filter_map(|part| match &part.whose {
            Whose::Nobodys(None) => Some(part.id.clone()),
            Whose::Nobodys(Some(why)) => Some(format!("{} ({})", part.id, why.words())),
            _ => None,
        })
        .collect();
    if open.is_empty() {
        return Ok(());
    }
    bail!(
        "this copy of the course comes without solutions, so it plays with your code alone, and {} still to pass: {}.\n\
         Go on with `cargo xtask next`; `cargo xtask play --help` says what else there is.",
        if open.len() == 1 { "one section is" } else { "some sections are" },
        open.join(", ")
    )
}

/// Whether somebody stopped it: Ctrl-C, or a plain `kill`.
#[cfg(unix)]
fn was_stopped(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    matches!(status.signal(), Some(1 | 2 | 3 | 13 | 15))
}

/// Whether somebody stopped it: Ctrl-C.
#[cfg(not(unix))]
fn was_stopped(status: ExitStatus) -> bool {
    status.code() == Some(0xC000_013A_u32 as i32)
}

/// The program ended in the middle of something. It runs a second time and notes each call
/// before it makes it; the last note says which one it was.
fn crashed(app: &App, plan: &Plan, command: Command, status: ExitStatus) -> String {
    let mark = paint_of_stderr().red("✗");
    let how = ending(status);
    let Some(call) = last_call(app, command) else {
        return format!("{mark} the program {how}, and not again in a second run");
    };
    let (section, function) = call.split_once(' ').unwrap_or((&call, "?"));
    if plan.yours().contains(&section) {
        return format!(
            "{mark} {function} of section {section} (your code) {how}\n    \
             Section {section} passed its checks; they tried other inputs than this one.\n    \
             Mend it and check it again: cargo xtask run {section}"
        );
    }
    format!(
        "{mark} {function} of section {section} (the reference) {how}\n    \
         That is the course's own code, so it is a bug of the course: please report it."
    )
}

fn ending(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("ended the program with exit code {code}"),
        None => format!(
            "brought the program down ({status})\n    \
             A recursion without an end does that, and so does taking all memory."
        ),
    }
}

/// The call that was under way when the second run ended; `None` when it ended in order.
fn last_call(app: &App, mut command: Command) -> Option<String> {
    let mut live = Live::start();
    let trace = app.repo.root().join(format!(".overlay/play/trace-{}", std::process::id()));
    command
        .env("LLMLINGS_PLAY_TRACE", &trace)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if let Ok(mut child) = command.spawn() {
        wait(&mut child, &mut live);
    }
    let found = last_line(&trace);
    let _ = std::fs::remove_file(&trace);
    found.filter(|line| line != "-")
}

fn wait(child: &mut Child, live: &mut Live) {
    let start = Instant::now();
    while let Ok(None) = child.try_wait() {
        live.say("looking for the call that it was …");
        if start.elapsed() > PATIENCE {
            let _ = child.kill();
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn last_line(file: &Path) -> Option<String> {
    let text = std::fs::read_to_string(file).ok()?;
    text.lines().next_back().map(str::to_owned)
}
