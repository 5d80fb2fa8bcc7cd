//! A table that fits the screen: columns as wide as they need, the widest broken first.

use harness::Paint;
use pulldown_cmark::Alignment;

use super::inline::{Text, width_of};

pub struct Table {
    alignments: Vec<Alignment>,
    rows: Vec<Vec<Text>>,
    row: Vec<Text>,
}

impl Table {
    pub fn new(alignments: Vec<Alignment>) -> Table {
        Table { alignments, rows: Vec::new(), row: Vec::new() }
    }

    pub fn cell(&mut self, text: Text) {
        self.row.push(text);
    }

    pub fn end_row(&mut self) {
        self.rows.push(std::mem::take(&mut self.row));
    }

    pub fn lines(&self, width: usize, paint: Paint) -> Vec<String> {
        let widths = self.widths(width);
        let mut lines = Vec::new();
        for (number, row) in self.rows.iter().enumerate() {
            let cells: Vec<Vec<String>> =
                row.iter().zip(&widths).map(|(cell, &w)| cell.wrapped(w, paint)).collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or(0);
            for i in 0..height {
                let parts: Vec<String> = widths
                    .iter()
                    .enumerate()
                    .map(|(column, &w)| {
                        let text =
                            cells.get(column).and_then(|c| c.get(i)).map_or("", String::as_str);
                        self.aligned(text, column, w)
                    })
                    .collect();
                lines.push(parts.join("  ").trim_end().to_owned());
            }
            if number == 0 {
                let rules: Vec<String> = widths.iter().map(|&w| "─".repeat(w)).collect();
                lines.push(paint.dim(&rules.join("  ")));
            }
        }
        lines
    }

    fn aligned(&self, text: &str, column: usize, width: usize) -> String {
        let space = width.saturating_sub(width_of(text));
        match self.alignments.get(column) {
            Some(Alignment::Right) => format!("{}{text}", " ".repeat(space)),
            Some(Alignment::Center) => {
                format!("{}{text}{}", " ".repeat(space / 2), " ".repeat(space - space / 2))
            }
            _ => format!("{text}{}", " ".repeat(space)),
        }
    }

    fn widths(&self, available: usize) -> Vec<usize> {
        let columns = self.alignments.len();
        let sizes =
            |column: usize| self.rows.iter().filter_map(move |row| Some(row.get(column)?.widths()));
        let mut widths: Vec<usize> =
            (0..columns).map(|c| sizes(c).map(|(_, whole)| whole).max().unwrap_or(0)).collect();
        let least: Vec<usize> =
            (0..columns).map(|c| sizes(c).map(|(word, _)| word).max().unwrap_or(0)).collect();
        let gaps = 2 * columns.saturating_sub(1);
        while widths.iter().sum::<usize>() + gaps > available {
            let widest = (0..columns).filter(|&c| widths[c] > least[c]).max_by_key(|&c| widths[c]);
            match widest {
                Some(column) => widths[column] -= 1,
                None => break,
            }
        }
        widths
    }
}
