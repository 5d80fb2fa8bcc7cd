//! `cargo xtask`: the runner of llmlings. A thin command line; the work is done in `grader`.

mod app;
mod bench;
mod check;
mod doctor;
mod finale;
mod hint;
mod list;
mod live;
mod markdown;
mod next;
mod onwards;
mod pager;
mod play;
mod quiz;
mod read;
mod reset;
mod run;
mod selfcheck;
mod solution;
mod swap;
mod test;
mod verify;
mod watch;
mod whereabouts;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use app::App;

/// What a command comes to, as its exit code says it.
pub enum Outcome {
    /// It holds.
    Holds,
    /// Checks failed.
    Fails,
}

#[derive(Parser)]
#[command(
    bin_name = "cargo xtask",
    about = "llmlings: learn how language models work by building one in Rust",
    long_about = "llmlings: learn how language models work by building one in Rust, section by section.\n\n\
                  Without a command it says where you are and what to type next.",
    after_help = "A section goes by its number, its crate or its folder: 1.3, bpe, ch1/03_bpe.\n\
                  Exit codes: 0 it holds, 1 checks failed, 2 could not run.\n\n\
                  Everyone starts with:  cargo xtask next",
    disable_help_subcommand = true
)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Check the current section; when it passes, go on to the next one
    ///
    /// The one command you need: it compiles your code, runs the checks, says what is wrong
    /// and which mistake it looks like. When all holds it records that and shows the next
    /// section: its lesson and the file to fill in.
    Next(next::Args),
    /// Check the current section on every save, with keys for hints and more
    ///
    /// Keep it open in a second terminal. Keys: h hint, n next section, l list, r run again,
    /// o read the lesson, q quit. Without a terminal it prints plain lines.
    Watch(watch::Args),
    /// Check one section
    Run(run::Args),
    /// Check all sections, and rebuild the progress from what is found
    Verify(verify::Args),
    /// The table of contents: minutes, what is read and solved, points
    List(list::Args),
    /// Read a lesson in the terminal
    Read(read::Args),
    /// One more hint each time, from a nudge to nearly the answer
    Hint(hint::Args),
    /// The questions of a chapter, one at a time, with the reason for every choice
    ///
    /// Keys: a letter chooses, s leaves a question open, q stops. A wrong choice is explained,
    /// and you choose again. Your answers are kept in the section's src/lib.rs. Without a
    /// terminal it prints the questions and reads a line for each choice.
    Quiz(quiz::Args),
    /// Put a section's stub back; your code is kept, and `undo` brings it back
    Reset(reset::ResetArgs),
    /// Bring back what the last reset (or undo) replaced
    Undo(reset::UndoArgs),
    /// The reference beside your code, after you passed
    Solution(solution::Args),
    /// Use the model with your code: tokens, neighbours, next, attention, write
    ///
    /// It runs your code for every section you have passed and the reference for the others, and
    /// says which are which. The first call compiles it, which takes a minute.
    Play(play::Args),
    /// For instructors: put the reference in place of a section's code, and back
    Swap(swap::Args),
    /// What is wrong with this machine or checkout, and the command that mends it
    Doctor,
    /// For maintainers: prove that every section holds together
    Selfcheck(selfcheck::Args),
    /// For maintainers: everything that CI runs
    Test(test::Args),
    /// For maintainers: how long a save takes to a verdict, side by side with rustc and cargo
    Bench(bench::Args),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match App::new().and_then(|app| dispatch(&app, cli.command)) {
        Ok(Outcome::Holds) => ExitCode::SUCCESS,
        Ok(Outcome::Fails) => ExitCode::from(1),
        Err(error) => {
            live::clear();
            eprintln!("{} {error:#}", app::paint_of_stderr().red("error:"));
            ExitCode::from(2)
        }
    }
}

fn dispatch(app: &App, command: Option<Command>) -> anyhow::Result<Outcome> {
    match command {
        None => whereabouts::show(app),
        Some(Command::Next(args)) => next::next(app, &args),
        Some(Command::Watch(args)) => watch::watch(app, &args),
        Some(Command::Run(args)) => run::run(app, &args),
        Some(Command::Verify(args)) => verify::verify(app, &args),
        Some(Command::List(args)) => list::list(app, &args),
        Some(Command::Read(args)) => read::read(app, &args),
        Some(Command::Hint(args)) => hint::hint(app, &args),
        Some(Command::Quiz(args)) => quiz::quiz(app, &args),
        Some(Command::Reset(args)) => reset::reset(app, &args),
        Some(Command::Undo(args)) => reset::undo(app, &args),
        Some(Command::Solution(args)) => solution::solution(app, &args),
        Some(Command::Play(args)) => play::play(app, &args),
        Some(Command::Swap(args)) => swap::swap(app, &args),
        Some(Command::Doctor) => doctor::doctor(app),
        Some(Command::Selfcheck(args)) => selfcheck::selfcheck(app, &args),
        Some(Command::Test(args)) => test::test(app, &args),
        Some(Command::Bench(args)) => bench::bench(app, &args),
    }
}
