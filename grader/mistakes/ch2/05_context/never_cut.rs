//! Not cut to the context
//!
//! Your code panics because `prefill` gave an `Err`: the text has outgrown the context and was not
//! cut in this step. Every step makes the text longer, so cut with `fit` before every `prefill`.

use model::{Config, Model};
use ndarray::Array2;

pub use crate::parts::{KeysValues, Past, TooLong, block, embed, logits, no_past, tokens_in};

pub fn decode(model: &Model, ids: &[u32], n: usize) -> Vec<u32> {
    let mut all = ids.to_vec();
    for _ in 0..n {
        let logits = pass(model, &all).expect("it is cut to fit");
        let last = logits.row(logits.nrows() - 1);
        let best = (0..last.len()).fold(0, |b, id| if last[id] > last[b] { id } else { b });
        all.push(best as u32);
    }
    all.split_off(ids.len())
}

/// What `prefill` gives for a text from its beginning.
fn pass(model: &Model, ids: &[u32]) -> Result<Array2<f32>, TooLong> {
    match model.config.n_positions {
        context if ids.len() > context => Err((ids.len(), context)),
        _ => Ok(read(model, ids)),
    }
}

fn read(model: &Model, ids: &[u32]) -> Array2<f32> {
    let n = ids.len();
    let mask = Array2::from_shape_fn((n, n), |(t, key)| key <= t);
    let mut x = embed(&model.weights, ids, 0);
    for (weights, before) in model.weights.blocks.iter().zip(&no_past(model)) {
        x = block(&x, &mask, before, weights, &model.config).0;
    }
    logits(&x, model)
}

fn largest(model: &Model, window: &[u32]) -> u32 {
    let logits = read(model, window);
    let last = logits.row(window.len() - 1);
    (0..last.len()).fold(0, |best, id| if last[id] > last[best] { id } else { best }) as u32
}

fn ending(ids: &[u32], room: usize) -> &[u32] {
    &ids[ids.len().saturating_sub(room)..]
}
