//! The questions, one at a time: a choice, its reason, and again until it is right.

use anyhow::Result;
use grader::quiz::{Choice, Paper};

use super::input::{Input, Said};
use crate::app::{App, print};
use crate::markdown;

const LETTERS: [char; 8] = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/// Asks the questions with these numbers. What is chosen is written down at once, so that
/// stopping at any moment loses nothing.
pub fn ask(
    app: &App,
    paper: &mut Paper<'_>,
    asked: &[usize],
    seed: u64,
    input: &Input,
) -> Result<()> {
    for (n, &i) in asked.iter().enumerate() {
        let question = paper.questions()[i].clone();
        let choices = question.choices(seed);
        let paint = app.paint;
        print(&format!(
            "\n{}  {}\n\n",
            paint.bold(&format!("{} of {} · {}", n + 1, asked.len(), question.title)),
            paint.dim(&format!("(lesson {})", question.lesson)),
        ));
        print(&markdown::render(question.prompt(), paint, &|path| path.to_owned()));
        print("\n");
        for (choice, letter) in choices.iter().zip(LETTERS) {
            print(&item(app, choice.text, &paint.cyan(&letter.to_string())));
        }
        print("\n");
        if !until_right(app, paper, i, &choices, input)? {
            return Ok(());
        }
        let more = n + 1 < asked.len();
        if more && matches!(input, Input::Keys) {
            print(&format!("\n{}\n", paint.dim("any key: the next question · q stop")));
        }
        if more && !input.go_on()? {
            return Ok(());
        }
    }
    Ok(())
}

/// Whether to go on with the next question.
fn until_right(
    app: &App,
    paper: &mut Paper<'_>,
    i: usize,
    choices: &[Choice<'_>],
    input: &Input,
) -> Result<bool> {
    let paint = app.paint;
    let mut tried = Vec::new();
    loop {
        let left: Vec<String> = (0..choices.len())
            .filter(|n| !tried.contains(n))
            .map(|n| LETTERS[n].to_string())
            .collect();
        let keys = format!("{} · s leave it open · q stop", left.join(" "));
        print(&format!("{}\n", paint.dim(&keys)));
        match input.choice(choices.len())? {
            Said::Stop => return Ok(false),
            Said::Skip => return Ok(true),
            Said::Unknown(word) => {
                let last = LETTERS[choices.len() - 1];
                print(&format!("{word:?} is none of the choices: a letter from a to {last}.\n"));
            }
            Said::Choice(n) if tried.contains(&n) => {
                print(&format!("You tried {} already; its reason stands above.\n", LETTERS[n]));
            }
            Said::Choice(n) => {
                let choice = choices[n];
                if let Some(backup) = paper.answer(i, choice.text)? {
                    print(&format!(
                        "Your file was edited by hand; it is kept, and {} brings it back.\n",
                        paint.cyan(&format!("cargo xtask undo {}", backup.number)),
                    ));
                }
                let letter = LETTERS[n];
                let mark = match choice.right {
                    true => paint.green(&format!("✓ {letter}")),
                    false => paint.red(&format!("✗ {letter}")),
                };
                print(&format!("\n{}", item(app, choice.why, &mark)));
                if choice.right {
                    return Ok(true);
                }
                print("\n");
                tried.push(n);
            }
        }
    }
}

/// A text with a mark before its first line.
fn item(app: &App, text: &str, mark: &str) -> String {
    markdown::render_item(text, app.paint, &format!("  {mark}  "))
}
