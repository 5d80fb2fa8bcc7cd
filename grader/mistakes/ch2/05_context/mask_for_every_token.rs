//! A row for every token of the text
//!
//! Your code panics when there is a past, because the mask is [n + T, n + T]: the tokens of the past
//! have rows too. They have been read and ask no more. Only the T new tokens have a row.

use model::{Config, Model};
use ndarray::Array2;

pub use crate::parts::{KeysValues, Past, TooLong, block, embed, logits, no_past, tokens_in};

pub fn prefill(model: &Model, past: &Past, ids: &[u32]) -> Result<(Array2<f32>, Past), TooLong> {
    let start = tokens_in(past);
    let all = start + ids.len();
    if all > model.config.n_positions {
        return Err((all, model.config.n_positions));
    }
    let mask = Array2::from_shape_fn((all, all), |(t, key)| key <= t);
    let mut x = embed(&model.weights, ids, start);
    let mut grown = Past::new();
    for (weights, before) in model.weights.blocks.iter().zip(past) {
        let (y, layer) = block(&x, &mask, before, weights, &model.config);
        x = y;
        grown.push(layer);
    }
    Ok((logits(&x, model), grown))
}
