//! The ids that the model is given for a text.

use anyhow::Result;
use model::Model;

use crate::guarded;
use crate::terminal::{aside, count};
use crate::text::Text;

/// The ids of a text, `<|endoftext|>` before them. When that is more than the context holds, the
/// last ids stay, `room` in all: that is 2.5's `fit`.
///
/// In training each text comes after an `<|endoftext|>`: with it the model knows that this is a
/// beginning.
pub fn ids(model: &Model, tokenizer: &Text<'_>, text: &str, room: usize) -> Result<Vec<u32>> {
    let ids = tokenizer.ids(text)?;
    let begin: Vec<u32> = tokenizer.begin().into_iter().collect();
    let context = model.config.n_positions;
    let room = if begin.len() + ids.len() <= context { context } else { room };
    let kept = guarded::context::fit(&ids, room - begin.len().min(room))?;
    if kept.len() < ids.len() {
        aside(&format!(
            "the text has {}, too many for a context of {}: only the last {} count here",
            count(ids.len(), "token"),
            context,
            kept.len()
        ));
    }
    Ok([begin, kept].concat())
}
