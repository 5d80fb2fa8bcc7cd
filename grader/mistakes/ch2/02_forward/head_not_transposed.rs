//! The head's table not turned
//!
//! The stream was multiplied with wte as it lies, [T, d] · [V, d], whose inner sizes do not fit.
//! A logit is the dot product of two rows, one of the stream and one of wte: turn the table,
//! [T, d] · [d, V], with `wte.t()`.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn forward(weights: &Weights, config: &Config, ids: &[u32]) -> Result<Array2<f32>, usize> {
    let (heads, epsilon) = (config.n_head, config.layer_norm_epsilon);
    let mut x = Array2::<f32>::zeros((ids.len(), config.n_embd));
    for (t, &id) in ids.iter().enumerate() {
        if id as usize >= config.vocab_size || t >= config.n_positions {
            return Err(t);
        }
        x.row_mut(t).assign(&(&weights.wte.row(id as usize) + &weights.wpe.row(t)));
    }
    for weights in &weights.blocks {
        x = crate::block(&x, weights, heads, epsilon);
    }
    let x = crate::layer_norm(&x, &weights.ln_f, epsilon);
    Ok(x.dot(&weights.wte))
}
