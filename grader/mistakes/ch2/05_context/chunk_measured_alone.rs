//! Only the chunk is measured
//!
//! Your code panics when the past and the chunk together are longer than the context: only the
//! length of `ids` was held against it. The text is n + T tokens long, so compare that.

use model::{Config, Model};
use ndarray::Array2;

pub use crate::parts::{KeysValues, Past, TooLong, block, embed, logits, no_past, tokens_in};

pub fn prefill(model: &Model, past: &Past, ids: &[u32]) -> Result<(Array2<f32>, Past), TooLong> {
    let start = tokens_in(past);
    let all = start + ids.len();
    if ids.len() > model.config.n_positions {
        return Err((all, model.config.n_positions));
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
