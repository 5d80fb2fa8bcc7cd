//! A heat map for the terminal: shades of colour, or of characters where there is no colour.

use ndarray::Array2;

use crate::terminal::{Paint, cell, width};

/// From which weight on a cell looks how: a character for plain text, a colour of the 256.
const SHADES: [(f32, char, u8); 9] = [
    (0.0, '·', 234),
    (0.02, '░', 17),
    (0.05, '░', 18),
    (0.1, '▒', 20),
    (0.2, '▒', 26),
    (0.35, '▓', 38),
    (0.5, '▓', 44),
    (0.7, '█', 122),
    (0.85, '█', 159),
];

/// Rows are the tokens that look, columns the tokens looked at. What does not fit is cut at the
/// old end.
pub fn map(weights: &Array2<f32>, labels: &[String], paint: Paint, columns: usize) -> String {
    let label_width = labels.iter().map(|label| width(label)).max().unwrap_or(0).min(16);
    let digits = labels.len().saturating_sub(1).to_string().len();
    let room = columns.saturating_sub(digits + 1 + label_width + 2);
    let cell_width = if labels.len() * 2 <= room { 2 } else { 1 };
    let from = labels.len().saturating_sub(room / cell_width);
    let mut shown = String::new();
    if from > 0 {
        shown.push_str(&format!(
            "the last {} tokens of {}; the whole map: --svg FILE\n",
            labels.len() - from,
            labels.len()
        ));
    }
    shown.push_str(&numbers(from, labels.len(), digits + 1 + label_width + 2, cell_width, paint));
    for (t, row) in weights.rows().into_iter().enumerate().skip(from) {
        let cells: String = (from..=t).map(|s| shade(row[s]).drawn(cell_width, paint)).collect();
        shown.push_str(&format!("{t:>digits$} {}  {cells}\n", cell(&labels[t], label_width)));
    }
    shown
}

/// The columns' numbers, their digits below one another; the rows name the tokens.
fn numbers(from: usize, to: usize, indent: usize, cell_width: usize, paint: Paint) -> String {
    let places = (to.max(1) - 1).to_string().len();
    let mut shown = String::new();
    for place in (0..places).rev() {
        let power = 10_usize.pow(place as u32);
        let line: String = (from..to)
            .map(|s| {
                // A higher digit only where it changes, so that the eye finds the tens.
                let show = place == 0 || (s >= power && (s == from || s % power == 0));
                let digit = (s / power % 10).to_string();
                format!("{:<cell_width$}", if show { digit.as_str() } else { "" })
            })
            .collect();
        shown.push_str(&paint.dim(format!("{}{line}", " ".repeat(indent)).trim_end()));
        shown.push('\n');
    }
    shown
}

/// How a weight looks.
struct Shade(char, u8);

fn shade(weight: f32) -> Shade {
    let (_, character, colour) =
        SHADES.iter().rfind(|(from, ..)| weight >= *from).unwrap_or(&SHADES[0]);
    Shade(*character, *colour)
}

impl Shade {
    fn drawn(&self, width: usize, paint: Paint) -> String {
        match paint.is_on() {
            true => paint.with(&format!("48;5;{}", self.1), &" ".repeat(width)),
            false => self.0.to_string().repeat(width),
        }
    }
}

/// What the shades mean.
pub fn legend(paint: Paint) -> String {
    let mut shown = "weight from ".to_owned();
    let mut before = None;
    for (from, character, colour) in SHADES {
        // Without colour two steps share a character.
        if paint.is_on() || before != Some(character) {
            let drawn = Shade(character, colour).drawn(2, paint);
            shown.push_str(&format!(" {drawn} {from}"));
        }
        before = Some(character);
    }
    shown
}
