//! Running text with styles, broken into lines by its width on the screen.

use harness::Paint;
use unicode_width::UnicodeWidthStr;

/// How a piece of text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Plain,
    Bold,
    Italic,
    Code,
    Link,
    Dim,
}

/// Text being collected: its pieces, the styles it is in, the targets of open links.
#[derive(Default)]
pub struct Inline {
    text: Text,
    styles: Vec<Style>,
    targets: Vec<String>,
}

/// Pieces of text with a style each.
#[derive(Clone, Default)]
pub struct Text {
    pieces: Vec<(String, Style)>,
}

impl Inline {
    pub fn push(&mut self, text: &str) {
        let style = self.styles.last().copied().unwrap_or(Style::Plain);
        self.push_as(text, style);
    }

    pub fn push_as(&mut self, text: &str, style: Style) {
        self.text.pieces.push((text.to_owned(), style));
    }

    pub fn enter(&mut self, style: Style) {
        self.styles.push(style);
    }

    pub fn leave(&mut self) {
        self.styles.pop();
    }

    pub fn remember(&mut self, target: String) {
        self.targets.push(target);
    }

    pub fn recall(&mut self) -> String {
        self.targets.pop().unwrap_or_default()
    }

    pub fn take(&mut self) -> Text {
        std::mem::take(&mut self.text)
    }
}

impl Text {
    pub fn is_empty(&self) -> bool {
        self.pieces.iter().all(|(text, _)| text.trim().is_empty())
    }

    pub fn plain(&self) -> String {
        self.pieces.iter().map(|(text, _)| text.as_str()).collect()
    }

    /// Lines of at most `width` columns, painted.
    pub fn wrapped(&self, width: usize, paint: Paint) -> Vec<String> {
        let mut lines = vec![String::new()];
        let mut used = 0;
        for word in self.words() {
            let size: usize = word.iter().map(|(text, _)| text.width()).sum();
            if used > 0 && used + 1 + size > width {
                lines.push(String::new());
                used = 0;
            }
            if let Some(line) = lines.last_mut() {
                if used > 0 {
                    line.push(' ');
                    used += 1;
                }
                for (text, style) in word {
                    line.push_str(&painted(&text, style, paint));
                }
                used += size;
            }
        }
        lines
    }

    /// How many columns the longest word takes, and the whole on one line.
    pub fn widths(&self) -> (usize, usize) {
        let words = self.words();
        let of = |word: &Vec<(String, Style)>| word.iter().map(|(t, _)| t.width()).sum::<usize>();
        let longest = words.iter().map(of).max().unwrap_or(0);
        let whole = words.iter().map(of).sum::<usize>() + words.len().saturating_sub(1);
        (longest, whole)
    }

    /// The words; one may change its style in its middle.
    fn words(&self) -> Vec<Vec<(String, Style)>> {
        let mut words: Vec<Vec<(String, Style)>> = vec![Vec::new()];
        for (text, style) in &self.pieces {
            // Code keeps the blanks within it: two of them may be what it is about.
            if *style == Style::Code {
                if let Some(word) = words.last_mut() {
                    word.push((text.clone(), *style));
                }
                continue;
            }
            for (i, part) in text.split([' ', '\n', '\t']).enumerate() {
                if i > 0 {
                    words.push(Vec::new());
                }
                if let Some(word) = words.last_mut().filter(|_| !part.is_empty()) {
                    word.push((part.to_owned(), *style));
                }
            }
        }
        words.retain(|word| !word.is_empty());
        words
    }
}

fn painted(text: &str, style: Style, paint: Paint) -> String {
    match style {
        Style::Plain => text.to_owned(),
        Style::Bold => paint.bold(text),
        Style::Italic => paint.italic(text),
        Style::Code | Style::Link => paint.cyan(text),
        Style::Dim => paint.dim(text),
    }
}

/// The columns that a painted text takes.
pub fn width_of(painted: &str) -> usize {
    let mut width = 0;
    let mut rest = painted;
    while let Some((before, after)) = rest.split_once('\x1b') {
        width += before.width();
        rest = after.split_once('m').map_or("", |(_, after)| after);
    }
    width + rest.width()
}
