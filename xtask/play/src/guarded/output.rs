//! 2.1 Inputs and outputs of a trained LLM.

use ndarray::Array2;

use super::{Site, Trouble, Wrong, call, expect, shape};

static LAST_ROW: Site = Site { section: "2.1", function: "last_row" };
static SOFTMAX: Site = Site { section: "2.1", function: "softmax" };
static TOP: Site = Site { section: "2.1", function: "top" };

/// The last row of the logits `[T, V]` → `[V]`.
pub fn last_row(logits: &Array2<f32>) -> Result<Vec<f32>, Trouble> {
    some(call(
        &LAST_ROW,
        || format!("logits of shape {}", shape(logits)),
        || output::last_row(logits),
        |row| expected(row, |row| expect::numbers(row, logits.ncols())),
    ))
}

/// Logits `[V]` → probabilities `[V]`.
pub fn softmax(logits: &[f32]) -> Result<Vec<f32>, Trouble> {
    some(call(
        &SOFTMAX,
        || format!("{} logits", logits.len()),
        || output::softmax(logits),
        |row| expected(row, |row| expect::probabilities(row, logits.len())),
    ))
}

/// The k likeliest ids, each with its probability.
pub fn top(probabilities: &[f32], k: usize) -> Result<Vec<(u32, f32)>, Trouble> {
    let count = k.min(probabilities.len());
    call(
        &TOP,
        || format!("{} probabilities and k = {k}", probabilities.len()),
        || output::top(probabilities, k),
        |top| {
            let asked = || format!("{count} ids with their probabilities, the likeliest first");
            let theirs = |&(id, p): &(u32, f32)| probabilities.get(id as usize) == Some(&p);
            let falls = top.windows(2).all(|two| two[0].1 >= two[1].1);
            let holds = top.len() == count && top.iter().all(theirs) && falls;
            Wrong::unless(holds, asked(), || format!("{top:?}"))
        },
    )
}

fn expected(
    row: &Option<Vec<f32>>,
    check: impl Fn(&[f32]) -> Result<(), Wrong>,
) -> Result<(), Wrong> {
    row.as_ref().map_or_else(|| Err(Wrong::new("Some numbers", "None")), |row| check(row))
}

fn some(result: Result<Option<Vec<f32>>, Trouble>) -> Result<Vec<f32>, Trouble> {
    result.map(Option::unwrap_or_default)
}
