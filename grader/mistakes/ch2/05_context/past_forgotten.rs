//! The past not handed on
//!
//! This is what you get when every block begins with no keys and values, whatever was read before.
//! Hand each block its layer of `past`, and the mask has a column for each of the n + T tokens.

use model::{Config, Model};
use ndarray::Array2;

pub use crate::parts::{KeysValues, Past, TooLong, block, embed, logits, no_past, tokens_in};

pub fn prefill(model: &Model, past: &Past, ids: &[u32]) -> Result<(Array2<f32>, Past), TooLong> {
    let start = tokens_in(past);
    let all = start + ids.len();
    if all > model.config.n_positions {
        return Err((all, model.config.n_positions));
    }
    let mask = Array2::from_shape_fn((ids.len(), ids.len()), |(t, key)| key <= t);
    let mut x = embed(&model.weights, ids, start);
    let mut grown = Past::new();
    for (weights, before) in model.weights.blocks.iter().zip(&no_past(model)) {
        let (y, layer) = block(&x, &mask, before, weights, &model.config);
        x = y;
        grown.push(layer);
    }
    Ok((logits(&x, model), grown))
}
