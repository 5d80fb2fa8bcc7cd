//! The text ends with `<|endoftext|>`
//!
//! This is what you get when writing ends as soon as the model chooses `<|endoftext|>`. A chat does
//! so, but here exactly n ids are asked for: this one is written like any other, and it goes on.

use model::{Config, Model};
use ndarray::Array2;

pub use crate::parts::{KeysValues, Past, TooLong, block, embed, logits, no_past, tokens_in};

pub fn decode(model: &Model, ids: &[u32], n: usize) -> Vec<u32> {
    let context = model.config.n_positions;
    let mut all = ids.to_vec();
    for _ in 0..n {
        let next = largest(model, ending(&all, context));
        if next == 1023 {
            break;
        }
        all.push(next);
    }
    all.split_off(ids.len())
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
