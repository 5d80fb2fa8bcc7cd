//! The terminal while watching: one verdict at a time, keys, and everything as it was on
//! every way out. Without a terminal, plain lines.

use std::io::{IsTerminal, Write, stdin, stdout};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::Sender;

use anyhow::Result;
use crossterm::cursor::MoveTo;
use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::execute;
use crossterm::terminal::{self, Clear, ClearType};
use harness::Paint;

use super::Heard;
use crate::app::print;
use crate::pager;

/// What a key asks for.
pub enum Key {
    Hint,
    Next,
    List,
    Run,
    Lesson,
    Answer,
    Story,
    Quit,
}

/// The terminal, or what there is instead.
pub struct Screen {
    paint: Paint,
    interactive: bool,
    /// While a lesson is paged the keys are the pager's.
    paused: Arc<AtomicBool>,
    /// Whether the screen shows errors of a build that is still going on.
    appended: bool,
    notice: Option<String>,
    last: Option<(String, String)>,
}

impl Screen {
    /// Takes the terminal over, if there is one, and starts to listen for keys.
    pub fn open(paint: Paint, sender: Sender<Heard>) -> Result<Screen> {
        let interactive = stdin().is_terminal() && stdout().is_terminal();
        let paused = Arc::new(AtomicBool::new(false));
        if interactive {
            restore_on_panic();
            terminal::enable_raw_mode()?;
            let paused = paused.clone();
            std::thread::spawn(move || listen(&sender, &paused));
        }
        Ok(Screen { paint, interactive, paused, appended: false, notice: None, last: None })
    }

    /// Shows a text alone on the screen, and under it the keys.
    pub fn show(&mut self, text: &str, keys: &str) {
        self.appended = false;
        crate::live::clear();
        if !self.interactive {
            print(&format!("{text}\n"));
            return;
        }
        self.last = Some((text.to_owned(), keys.to_owned()));
        let notice = self.notice.take().map(|n| format!("{}\n", self.paint.yellow(&n)));
        self.clear();
        self.write(&format!("{text}\n{}{}\n", notice.unwrap_or_default(), self.paint.dim(keys)));
    }

    /// Adds to what is on the screen; the first time after a verdict, on a clear one.
    pub fn append(&mut self, text: &str) {
        crate::live::clear();
        if self.interactive && !self.appended {
            self.clear();
        }
        self.appended = true;
        if self.interactive { self.write(text) } else { print(text) }
    }

    /// One line that says what goes on.
    pub fn status(&mut self, text: &str) {
        if self.interactive {
            self.write(&format!("\r\x1b[2K{}\r", self.paint.dim(text)));
        }
    }

    /// Something to know, beside the verdict.
    pub fn notice(&mut self, text: &str) {
        if !self.interactive {
            print(&format!("note: {text}\n"));
            return;
        }
        self.notice = Some(text.to_owned());
        if let Some((text, keys)) = self.last.take() {
            self.show(&text, &keys);
        }
    }

    /// A long text, paged; afterwards the last verdict stands there again.
    pub fn page(&mut self, text: &str) {
        if !self.interactive {
            print(text);
            return;
        }
        let _ = self.lend(|| pager::show(text));
        if let Some((text, keys)) = self.last.take() {
            self.show(&text, &keys);
        }
    }

    /// Lets something else have the terminal and its keys for a while.
    pub fn lend<R>(&mut self, borrower: impl FnOnce() -> R) -> R {
        if !self.interactive {
            return borrower();
        }
        self.paused.store(true, SeqCst);
        let _ = terminal::disable_raw_mode();
        let result = borrower();
        let _ = terminal::enable_raw_mode();
        self.paused.store(false, SeqCst);
        result
    }

    /// The keys alone, under what stands on the screen.
    pub fn keys(&self, keys: &str) {
        self.write(&format!("\n{}\n", self.paint.dim(keys)));
    }

    /// Gives the terminal back.
    pub fn close(&mut self) {
        if self.interactive {
            crate::live::clear();
            let _ = terminal::disable_raw_mode();
            self.interactive = false;
        }
    }

    /// A clear screen.
    pub fn clear(&self) {
        let _ = execute!(stdout(), Clear(ClearType::All), Clear(ClearType::Purge), MoveTo(0, 0));
    }

    /// In raw mode a line end does not go back to the first column by itself.
    fn write(&self, text: &str) {
        let mut out = stdout();
        let _ = out.write_all(text.replace('\n', "\r\n").as_bytes());
        let _ = out.flush();
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.close();
    }
}

/// A panic leaves the terminal as it was, and its message readable.
fn restore_on_panic() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let _ = terminal::disable_raw_mode();
        usual(info);
    }));
}

fn listen(sender: &Sender<Heard>, paused: &AtomicBool) {
    loop {
        // Waits in short spells, so that a pager can have the keys meanwhile.
        if paused.load(SeqCst)
            || !event::poll(std::time::Duration::from_millis(50)).unwrap_or(false)
        {
            if paused.load(SeqCst) {
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
            continue;
        }
        if paused.load(SeqCst) {
            continue;
        }
        let Ok(Event::Key(key)) = event::read() else { continue };
        if key.kind != KeyEventKind::Press {
            continue;
        }
        let heard = match key.code {
            KeyCode::Char('c' | 'd') if key.modifiers.contains(KeyModifiers::CONTROL) => {
                Heard::Quit
            }
            KeyCode::Char('h') => Heard::Key(Key::Hint),
            KeyCode::Char('n') => Heard::Key(Key::Next),
            KeyCode::Char('l') => Heard::Key(Key::List),
            KeyCode::Char('r') => Heard::Key(Key::Run),
            KeyCode::Char('o') => Heard::Key(Key::Lesson),
            KeyCode::Char('s') => Heard::Key(Key::Story),
            KeyCode::Char('a') => Heard::Key(Key::Answer),
            KeyCode::Char('q') => Heard::Key(Key::Quit),
            _ => continue,
        };
        if sender.send(heard).is_err() {
            return;
        }
    }
}
