//! `play neighbours`: the rows of the embedding table that point the same way.

use anyhow::{Result, bail};
use model::Model;

use crate::args::Neighbours;
use crate::guarded;
use crate::terminal::{Paint, aside, bar, cell, columns, grouped, out, width};
use crate::text::Text;

/// How many other words are suggested.
const SUGGESTIONS: usize = 5;

/// Shows the neighbours of a word.
pub fn neighbours(model: &Model, args: &Neighbours) -> Result<()> {
    let tokenizer = Text::of(&model.tokenizer)?;
    let id = token(model, &tokenizer, &args.word)?;
    let found = guarded::similarity::nearest(&model.weights.wte, id, args.count)?;
    out(&table(&tokenizer, &found, Paint::of_stdout(), columns()));
    aside(&format!(
        "the nearest to {} (id {id}) among {} rows of {} numbers, by cosine",
        tokenizer.shown(id),
        grouped(model.config.vocab_size),
        model.config.n_embd
    ));
    Ok(())
}

/// `cosine  bar  "piece"  id`, the nearest first.
pub fn table(tokenizer: &Text<'_>, found: &[(u32, f32)], paint: Paint, columns: usize) -> String {
    let pieces: Vec<String> = found.iter().map(|&(id, _)| tokenizer.shown(id)).collect();
    let piece_width = pieces.iter().map(|piece| width(piece)).max().unwrap_or(0).min(24);
    let bar_width = columns.saturating_sub(piece_width + 6 + 9 + 6).clamp(8, 50);
    found
        .iter()
        .zip(&pieces)
        .map(|(&(id, cosine), piece)| {
            let drawn = cell(&bar(cosine, bar_width), bar_width);
            format!(
                "{}  {cosine:>6.3}  {}  {}\n",
                cell(piece, piece_width),
                paint.cyan(&drawn),
                paint.dim(&format!("id {id}"))
            )
        })
        .collect()
}

/// The one token that a word is: with the space before it if it is one so, else as given.
fn token(model: &Model, tokenizer: &Text<'_>, word: &str) -> Result<u32> {
    let spaced = format!(" {word}");
    let candidates = match word.starts_with(' ') {
        true => vec![word],
        false => vec![spaced.as_str(), word],
    };
    for candidate in &candidates {
        if let [id] = tokenizer.ids(candidate)?[..] {
            if *candidate == word && candidates.len() > 1 {
                aside(&format!("{spaced:?} is several tokens; {word:?} without the space is one"));
            }
            return Ok(id);
        }
    }
    let ids = tokenizer.ids(candidates[0])?;
    let pieces: Vec<String> = ids.iter().map(|&id| tokenizer.shown(id)).collect();
    bail!(
        "{word:?} is {} tokens: {}. Only a whole token has a row in the table.\nTry one of these: {}",
        ids.len(),
        pieces.join(" "),
        similar(model, word).join(", ")
    )
}

/// Words of one token that read most like this one.
fn similar(model: &Model, word: &str) -> Vec<String> {
    let word = word.trim().to_lowercase();
    let mut words: Vec<(usize, &str)> = model
        .tokenizer
        .bytes_of
        .iter()
        .filter_map(|bytes| std::str::from_utf8(bytes).ok()?.strip_prefix(' '))
        .filter(|other| other.chars().count() > 1 && other.chars().all(char::is_alphabetic))
        .map(|other| (strsim::damerau_levenshtein(&word, &other.to_lowercase()), other))
        .collect();
    words.sort();
    words.iter().take(SUGGESTIONS).map(|(_, other)| (*other).to_owned()).collect()
}
