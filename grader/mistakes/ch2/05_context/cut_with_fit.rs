//! Cut instead of refused
//!
//! This is what you get when prefill itself cuts the ids to the last ones that fit. Nobody would be
//! told what the model has not read: return an `Err` with the lengths. Whoever calls may cut before.

use model::{Config, Model};
use ndarray::Array2;

pub use crate::parts::{KeysValues, Past, TooLong, block, embed, logits, no_past, tokens_in};

pub fn prefill(model: &Model, past: &Past, ids: &[u32]) -> Result<(Array2<f32>, Past), TooLong> {
    let start = tokens_in(past);
    let all = start + ids.len();
    let room = model.config.n_positions - start;
    let ids = &ids[ids.len().saturating_sub(room)..];
    let all = start + ids.len();
    let mask = Array2::from_shape_fn((ids.len(), all), |(t, key)| key <= start + t);
    let mut x = embed(&model.weights, ids, start);
    let mut grown = Past::new();
    for (weights, before) in model.weights.blocks.iter().zip(past) {
        let (y, layer) = block(&x, &mask, before, weights, &model.config);
        x = y;
        grown.push(layer);
    }
    Ok((logits(&x, model), grown))
}
