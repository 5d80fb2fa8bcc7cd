//! A norm before the block
//!
//! What the blocks were given was normalized first, with `ln_1`. `block` does its own norms, on
//! what each half reads, and adds to the stream it was given: hand it the stream as it is.

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
        let normed = crate::layer_norm(&x, &weights.ln_1, epsilon);
        x = crate::block(&normed, weights, heads, epsilon);
    }
    let x = crate::layer_norm(&x, &weights.ln_f, epsilon);
    Ok(x.dot(&weights.wte.t()))
}
