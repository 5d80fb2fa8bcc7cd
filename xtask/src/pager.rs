//! A text longer than the screen, a page at a time. Without a terminal it is printed whole.

use std::io::{IsTerminal, Write, stdin, stdout};

use anyhow::Result;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::terminal::{self, Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{execute, queue};

/// Shows the text, paged if it does not fit.
pub fn show(text: &str) -> Result<()> {
    let lines: Vec<&str> = text.lines().collect();
    let fits = terminal::size().is_ok_and(|(_, rows)| lines.len() < usize::from(rows));
    if fits || !stdin().is_terminal() || !stdout().is_terminal() {
        crate::app::print(text);
        return Ok(());
    }
    let _guard = Screen::enter()?;
    page(&lines)
}

/// The screen as it was comes back on every way out.
struct Screen;

impl Screen {
    fn enter() -> Result<Screen> {
        terminal::enable_raw_mode()?;
        execute!(stdout(), EnterAlternateScreen, Hide)?;
        Ok(Screen)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = execute!(stdout(), LeaveAlternateScreen, Show);
        let _ = terminal::disable_raw_mode();
    }
}

fn page(lines: &[&str]) -> Result<()> {
    let mut top = 0usize;
    loop {
        let rows = usize::from(terminal::size()?.1).saturating_sub(1).max(1);
        let last = lines.len().saturating_sub(rows);
        top = top.min(last);
        draw(lines, top, rows, last)?;
        let Event::Key(key) = event::read()? else { continue };
        if key.kind != KeyEventKind::Press {
            continue;
        }
        let at_end = top == last;
        match key.code {
            KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => return Ok(()),
            KeyCode::Char('q') | KeyCode::Esc => return Ok(()),
            KeyCode::Char(' ') | KeyCode::PageDown | KeyCode::Enter if at_end => return Ok(()),
            KeyCode::Char(' ') | KeyCode::PageDown => top += rows - 1,
            KeyCode::Enter | KeyCode::Down | KeyCode::Char('j') => top += 1,
            KeyCode::Up | KeyCode::Char('k') => top = top.saturating_sub(1),
            KeyCode::PageUp | KeyCode::Char('b') => top = top.saturating_sub(rows - 1),
            KeyCode::Home | KeyCode::Char('g') => top = 0,
            KeyCode::End | KeyCode::Char('G') => top = last,
            _ => {}
        }
    }
}

fn draw(lines: &[&str], top: usize, rows: usize, last: usize) -> Result<()> {
    let mut out = stdout();
    queue!(out, MoveTo(0, 0), Clear(ClearType::All))?;
    for line in lines.iter().skip(top).take(rows) {
        write!(out, "{line}\r\n")?;
    }
    let percent = (top * 100).checked_div(last).unwrap_or(100);
    let end =
        if top == last { "space or q to close" } else { "space for more, b back, q to close" };
    write!(out, "\x1b[2m{percent:>3} %  {end}\x1b[0m")?;
    out.flush()?;
    Ok(())
}
