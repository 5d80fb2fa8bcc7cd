//! A lesson in the terminal: Markdown in 80 columns, with tables, code and emphasis.

mod inline;
mod table;

use harness::Paint;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use inline::{Inline, Style};
use table::Table;

/// How wide a line may be.
pub const WIDTH: usize = 80;

/// Renders Markdown. `locate` turns a picture's path as written into one to open.
pub fn render(text: &str, paint: Paint, locate: &dyn Fn(&str) -> String) -> String {
    rendered(text, paint, locate, Vec::new())
}

/// Renders Markdown with a mark before its first line; the others begin below the text.
pub fn render_item(text: &str, paint: Paint, mark: &str) -> String {
    let rest = " ".repeat(inline::width_of(mark));
    rendered(text, paint, &|path| path.to_owned(), vec![(rest, Some(mark.to_owned()))])
}

fn rendered(
    text: &str,
    paint: Paint,
    locate: &dyn Fn(&str) -> String,
    prefix: Vec<(String, Option<String>)>,
) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut renderer = Renderer {
        paint,
        locate,
        out: String::new(),
        inline: Inline::default(),
        prefix,
        lists: Vec::new(),
        code: None,
        table: None,
        picture: None,
        heading: None,
    };
    for event in Parser::new_ext(text, options) {
        renderer.take(event);
    }
    renderer.out.trim_end().to_owned() + "\n"
}

struct Renderer<'a> {
    paint: Paint,
    locate: &'a dyn Fn(&str) -> String,
    out: String,
    inline: Inline,
    /// What stands before every line: of quotes and lists, outermost first. The second of a
    /// pair is for the first line only, and is used up by it.
    prefix: Vec<(String, Option<String>)>,
    /// The next number of each open list; `None` for bullets.
    lists: Vec<Option<u64>>,
    code: Option<String>,
    table: Option<Table>,
    picture: Option<String>,
    heading: Option<HeadingLevel>,
}

impl Renderer<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match (&mut self.code, &mut self.picture) {
                (Some(code), _) => code.push_str(&text),
                (None, Some(caption)) => caption.push_str(&text),
                (None, None) => self.inline.push(&text),
            },
            Event::Code(text) => match &mut self.picture {
                Some(caption) => caption.push_str(&text),
                // Without colour, code is set off as it was written.
                None if !self.paint.is_on() => {
                    self.inline.push_as(&format!("`{text}`"), Style::Code)
                }
                None => self.inline.push_as(&text, Style::Code),
            },
            Event::SoftBreak => self.inline.push(" "),
            Event::HardBreak => self.paragraph(),
            Event::Rule => {
                let rule = self.paint.dim(&"─".repeat(WIDTH));
                self.blank();
                self.out.push_str(&format!("{rule}\n"));
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.blank();
                if level != HeadingLevel::H1 && !self.out.is_empty() {
                    self.out.push('\n');
                }
                self.heading = Some(level);
            }
            Tag::Paragraph if self.prefix.last().is_none_or(|(_, first)| first.is_none()) => {
                self.blank()
            }
            Tag::BlockQuote(_) => {
                self.blank();
                self.prefix.push((self.paint.dim("│ "), None));
            }
            Tag::CodeBlock(_) => {
                self.paragraph();
                self.blank();
                self.code = Some(String::new());
            }
            Tag::List(first) => {
                self.paragraph();
                if self.lists.is_empty() {
                    self.blank();
                }
                self.lists.push(first);
            }
            Tag::Item => {
                let mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "• ".to_owned(),
                };
                let rest = " ".repeat(2 + mark.chars().count());
                self.prefix.push((rest, Some(format!("  {}", self.paint.cyan(&mark)))));
            }
            Tag::Table(alignments) => {
                self.blank();
                self.table = Some(Table::new(alignments));
            }
            Tag::Emphasis => self.inline.enter(Style::Italic),
            Tag::Strong => self.inline.enter(Style::Bold),
            Tag::Image { dest_url, .. } => {
                let path = (self.locate)(&dest_url);
                self.inline.push_as("▣ ", Style::Link);
                self.inline.remember(path);
                self.picture = Some(String::new());
            }
            Tag::Link { dest_url, .. } if dest_url.contains("://") => {
                self.inline.enter(Style::Link);
                self.inline.remember(dest_url.to_string());
            }
            Tag::Link { .. } => {
                self.inline.enter(Style::Link);
                self.inline.remember(String::new());
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.paragraph(),
            TagEnd::Paragraph => self.paragraph(),
            TagEnd::BlockQuote(_) => {
                self.prefix.pop();
            }
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                for line in code.lines() {
                    let line = format!("    {line}");
                    let line = self.paint.cyan(line.trim_end());
                    self.line(&line);
                }
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Item => {
                self.paragraph();
                self.prefix.pop();
            }
            TagEnd::TableCell => {
                let cell = self.inline.take();
                if let Some(table) = &mut self.table {
                    table.cell(cell);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                if let Some(table) = &mut self.table {
                    table.end_row();
                }
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    for line in table.lines(WIDTH - 2, self.paint) {
                        self.line(&format!("  {line}"));
                    }
                }
            }
            TagEnd::Emphasis | TagEnd::Strong => self.inline.leave(),
            TagEnd::Image => {
                let caption = self.picture.take().unwrap_or_default();
                self.inline.push_as(&caption, Style::Italic);
                let path = self.inline.recall();
                self.inline.push_as(&format!(" ({path})"), Style::Dim);
            }
            TagEnd::Link => {
                self.inline.leave();
                let target = self.inline.recall();
                if !target.is_empty() {
                    self.inline.push_as(&format!(" ({target})"), Style::Dim);
                }
            }
            _ => {}
        }
    }

    /// Writes out the text collected so far as one paragraph or heading.
    fn paragraph(&mut self) {
        let text = self.inline.take();
        if text.is_empty() {
            return;
        }
        if let Some(level) = self.heading.take() {
            let plain = text.plain();
            let heading = self.paint.bold(&plain);
            self.out.push_str(&format!("{heading}\n"));
            if level == HeadingLevel::H1 {
                let line = "═".repeat(plain.chars().count().min(WIDTH));
                self.out.push_str(&format!("{}\n", self.paint.dim(&line)));
            }
            return;
        }
        let indent: usize = self.prefix.iter().map(|(rest, _)| inline::width_of(rest)).sum();
        for line in text.wrapped(WIDTH.saturating_sub(indent), self.paint) {
            self.line(&line);
        }
    }

    /// One line, with what stands before it.
    fn line(&mut self, text: &str) {
        let mut before = String::new();
        for (rest, first) in &mut self.prefix {
            before.push_str(&first.take().unwrap_or_else(|| rest.clone()));
        }
        let line = format!("{before}{text}");
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        render(text, Paint::PLAIN, &|path| format!("exercises/{path}"))
    }

    #[test]
    fn paragraphs_are_broken_and_code_is_not() {
        let long = format!("{} end\n\n```\n{}\n```\n", "word ".repeat(30), "x".repeat(90));
        let out = plain(&long);
        assert!(out.lines().filter(|l| l.contains("word")).all(|l| l.chars().count() <= WIDTH));
        assert!(out.contains(&format!("    {}", "x".repeat(90))));
    }

    #[test]
    fn a_lesson_reads_well() {
        let text = "# Title\n\nSome *weight* and `code`.\n\n## Part\n\n1. one\n2. two\n   more\n\n> quoted\n\n![A curve](a.svg)\n\n| pair | count |\n|---|--:|\n| a b | 10 |\n| b `c` | 2 |\n";
        insta::assert_snapshot!(plain(text), @"
        Title
        ═════

        Some weight and `code`.


        Part

          1. one
          2. two more

        │ quoted

        ▣ A curve (exercises/a.svg)

          pair   count
          ─────  ─────
          a b       10
          b `c`      2
        ");
    }
}
