//! The mask on its side
//!
//! This is what you get when rows and columns of the mask are exchanged, or `<=` is turned around:
//! each token looks at itself and at what comes later. A row is a new token, a column one that it
//! looks at, and it looks back.

use model::{Config, Model};
use ndarray::Array2;

pub use crate::parts::{KeysValues, Past, TooLong, block, embed, logits, no_past, tokens_in};

pub fn prefill(model: &Model, past: &Past, ids: &[u32]) -> Result<(Array2<f32>, Past), TooLong> {
    let start = tokens_in(past);
    let all = start + ids.len();
    if all > model.config.n_positions {
        return Err((all, model.config.n_positions));
    }
    let mask = Array2::from_shape_fn((all, ids.len()), |(key, t)| key <= start + t);
    let mut x = embed(&model.weights, ids, start);
    let mut grown = Past::new();
    for (weights, before) in model.weights.blocks.iter().zip(past) {
        let (y, layer) = block(&x, &mask, before, weights, &model.config);
        x = y;
        grown.push(layer);
    }
    Ok((logits(&x, model), grown))
}
