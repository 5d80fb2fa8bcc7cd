//! What somebody at the keyboard says: a key on a terminal, a line elsewhere.

use std::io::{IsTerminal, stdin, stdout};

use anyhow::Result;
use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::terminal;

use crate::app::print;

/// Where it comes from.
pub enum Input {
    /// A terminal: one key is enough.
    Keys,
    /// A pipe or a file: a line for each choice.
    Lines,
}

/// What was said.
#[derive(Debug, PartialEq, Eq)]
pub enum Said {
    /// The choice with this number, counted from 0.
    Choice(usize),
    /// Leave this question open.
    Skip,
    /// No more questions.
    Stop,
    /// Something else.
    Unknown(String),
}

impl Input {
    /// Keys if both ends are a terminal.
    pub fn of_stdin() -> Input {
        if stdin().is_terminal() && stdout().is_terminal() { Input::Keys } else { Input::Lines }
    }

    /// Waits for a word about one of so many choices.
    pub fn choice(&self, choices: usize) -> Result<Said> {
        match self {
            Input::Keys => Ok(meaning(&key()?, choices)),
            Input::Lines => {
                print("> ");
                let mut line = String::new();
                if stdin().read_line(&mut line)? == 0 {
                    return Ok(Said::Stop);
                }
                // Nobody typed it here, so nobody has seen it.
                print(&format!("{}\n", line.trim()));
                Ok(meaning(line.trim(), choices))
            }
        }
    }

    /// Waits until one has read; at a pipe nobody has to. Whether to go on.
    pub fn go_on(&self) -> Result<bool> {
        match self {
            Input::Keys => Ok(!matches!(key()?.as_str(), "q" | STOP)),
            Input::Lines => Ok(true),
        }
    }
}

/// The word for a key that ends it.
const STOP: &str = "stop";

fn meaning(word: &str, choices: usize) -> Said {
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some('s' | 'S'), None) => Said::Skip,
        (Some('q' | 'Q'), None) => Said::Stop,
        (Some(letter), None) => {
            let from =
                |first: char| (letter.to_ascii_lowercase() as usize).checked_sub(first as usize);
            let number = if letter.is_ascii_digit() { from('1') } else { from('a') };
            match number.filter(|&number| number < choices) {
                Some(number) => Said::Choice(number),
                None => Said::Unknown(word.to_owned()),
            }
        }
        _ if word == STOP => Said::Stop,
        _ => Said::Unknown(word.to_owned()),
    }
}

/// One key, as a word.
fn key() -> Result<String> {
    let _raw = Raw::enter()?;
    loop {
        let Event::Key(KeyEvent { code, modifiers, kind, .. }) = event::read()? else { continue };
        if kind != KeyEventKind::Press {
            continue;
        }
        return Ok(match code {
            KeyCode::Char('c' | 'd') if modifiers.contains(KeyModifiers::CONTROL) => {
                STOP.to_owned()
            }
            KeyCode::Esc => STOP.to_owned(),
            KeyCode::Char(letter) => letter.to_string(),
            KeyCode::Enter => "Enter".to_owned(),
            _ => continue,
        });
    }
}

/// While a key is waited for the terminal hands over each at once; it is as it was on every way
/// out.
struct Raw;

impl Raw {
    fn enter() -> Result<Raw> {
        terminal::enable_raw_mode()?;
        Ok(Raw)
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        let _ = terminal::disable_raw_mode();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_numbers_mean_choices() {
        assert_eq!(meaning("a", 4), Said::Choice(0));
        assert_eq!(meaning("D", 4), Said::Choice(3));
        assert_eq!(meaning("4", 4), Said::Choice(3));
        assert_eq!(meaning("s", 4), Said::Skip);
        assert_eq!(meaning("q", 4), Said::Stop);
        assert_eq!(meaning(STOP, 4), Said::Stop);
        for word in ["e", "0", "5", "", "ab", "é", "Enter"] {
            assert_eq!(meaning(word, 4), Said::Unknown(word.to_owned()), "{word}");
        }
    }
}
