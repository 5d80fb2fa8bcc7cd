//! One token after the other
//!
//! The rows are right, but they were computed one by one: each token went through all layers alone.
//! Then every weight is fetched T times instead of once. Hand `block` all T rows together; the mask
//! sees to it that none looks ahead.

use model::{Config, Model};
use ndarray::Array2;

pub use crate::parts::{KeysValues, Past, TooLong, block, embed, logits, no_past, tokens_in};

pub fn prefill(model: &Model, past: &Past, ids: &[u32]) -> Result<(Array2<f32>, Past), TooLong> {
    let start = tokens_in(past);
    let all = start + ids.len();
    if all > model.config.n_positions {
        return Err((all, model.config.n_positions));
    }
    let mut rows = Array2::zeros((0, model.config.vocab_size));
    let mut grown = past.clone();
    for (t, &id) in ids.iter().enumerate() {
        let mask = Array2::from_elem((1, start + t + 1), true);
        let mut x = embed(&model.weights, &[id], start + t);
        for (weights, layer) in model.weights.blocks.iter().zip(&mut grown) {
            let (y, longer) = block(&x, &mask, layer, weights, &model.config);
            x = y;
            *layer = longer;
        }
        rows.push_row(logits(&x, model).row(0)).unwrap();
    }
    Ok((rows, grown))
}
