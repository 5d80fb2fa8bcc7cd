//! The error counts from 1
//!
//! The error is one too large: it counts the tokens up to the one without a row. Positions count
//! from 0: `Err(t)` with the t of `ids[t]`.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn forward(weights: &Weights, config: &Config, ids: &[u32]) -> Result<Array2<f32>, usize> {
    let (heads, epsilon) = (config.n_head, config.layer_norm_epsilon);
    let mut x = Array2::<f32>::zeros((ids.len(), config.n_embd));
    for (t, &id) in ids.iter().enumerate() {
        if id as usize >= config.vocab_size || t >= config.n_positions {
            return Err(t + 1);
        }
        x.row_mut(t).assign(&(&weights.wte.row(id as usize) + &weights.wpe.row(t)));
    }
    for weights in &weights.blocks {
        x = crate::block(&x, weights, heads, epsilon);
    }
    let x = crate::layer_norm(&x, &weights.ln_f, epsilon);
    Ok(x.dot(&weights.wte.t()))
}
