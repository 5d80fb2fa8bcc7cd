//! `play tokens`: how a text is cut, and the ids.

use anyhow::Result;
use model::Tokenizer;

use crate::args::TextOnly;
use crate::quoted::escaped;
use crate::terminal::{Paint, aside, cell, columns, count, out, width};
use crate::text::Text;

/// Backgrounds that follow one another, with black on them.
const BACKGROUNDS: [&str; 4] = ["30;48;5;153", "30;48;5;223", "30;48;5;151", "30;48;5;218"];

/// Shows the tokens of a text.
pub fn tokens(tokenizer: &Tokenizer, args: &TextOnly) -> Result<()> {
    let text = args.text.join(" ");
    let tokenizer = Text::of(tokenizer)?;
    let pieces = tokenizer.pieces(&text)?;
    let ids: Vec<u32> = pieces.iter().flat_map(|piece| piece.ids.clone()).collect();
    let paint = Paint::of_stdout();
    if paint.is_on() {
        out(&format!("{}\n\n", coloured(&tokenizer, &ids, paint)));
        out(&table(&tokenizer, &ids, paint, columns()));
    } else {
        out(&lines(&tokenizer, &ids));
    }
    aside(&format!(
        "{} · {} · {} · {:.1} bytes a token",
        count(ids.len(), "token"),
        count(text.chars().count(), "character"),
        count(text.len(), "byte"),
        text.len() as f32 / ids.len() as f32
    ));
    Ok(())
}

/// `id<TAB>"piece"`, a line each.
pub fn lines(tokenizer: &Text<'_>, ids: &[u32]) -> String {
    ids.iter().map(|&id| format!("{id}\t{}\n", tokenizer.shown(id))).collect()
}

/// The text itself, each token on a background of its own. A line break stays one.
fn coloured(tokenizer: &Text<'_>, ids: &[u32], paint: Paint) -> String {
    let mut shown = String::new();
    for (i, &id) in ids.iter().enumerate() {
        let bytes = tokenizer.bytes(id).unwrap_or_default();
        let background = BACKGROUNDS[i % BACKGROUNDS.len()];
        for (line, part) in bytes.split(|&byte| byte == b'\n').enumerate() {
            if line > 0 {
                shown.push_str(&paint.with(background, "↵"));
                shown.push('\n');
            }
            if !part.is_empty() {
                shown.push_str(&paint.with(background, &in_line(part)));
            }
        }
    }
    shown
}

/// As it stands in a text: quotes need no escape there.
fn in_line(bytes: &[u8]) -> String {
    escaped(bytes).replace("\\\"", "\"").replace("\\\\", "\\")
}

/// Ids and pieces in as many columns as fit, read downwards.
pub fn table(tokenizer: &Text<'_>, ids: &[u32], paint: Paint, columns: usize) -> String {
    let pieces: Vec<String> = ids.iter().map(|&id| tokenizer.shown(id)).collect();
    let piece_width = pieces.iter().map(|piece| width(piece)).max().unwrap_or(0).min(30);
    let id_width = ids.iter().map(|id| id.to_string().len()).max().unwrap_or(0);
    let across = ((columns + 3) / (id_width + 2 + piece_width + 3)).clamp(1, ids.len().max(1));
    let rows = ids.len().div_ceil(across);
    let mut shown = String::new();
    for row in 0..rows {
        let line: Vec<String> = (row..ids.len())
            .step_by(rows)
            .map(|i| {
                let id = paint.bold(&format!("{:>id_width$}", ids[i]));
                format!("{id}  {}", cell(&pieces[i], piece_width))
            })
            .collect();
        shown.push_str(&format!("{}\n", line.join("   ").trim_end()));
    }
    shown
}
