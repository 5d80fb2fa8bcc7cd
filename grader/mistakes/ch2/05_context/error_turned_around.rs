//! The two numbers of the error exchanged
//!
//! This is what you get when the error says the context first. It says how long the text is and
//! then how much the context holds: `Err((n + T, C))`.

use model::{Config, Model};
use ndarray::Array2;

pub use crate::parts::{KeysValues, Past, TooLong, block, embed, logits, no_past, tokens_in};

pub fn prefill(model: &Model, past: &Past, ids: &[u32]) -> Result<(Array2<f32>, Past), TooLong> {
    let start = tokens_in(past);
    let all = start + ids.len();
    if all > model.config.n_positions {
        return Err((model.config.n_positions, all));
    }
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
