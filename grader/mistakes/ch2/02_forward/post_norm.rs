//! Normalizes the stream after each block
//!
//! The final norm was applied after every block, as the first transformer did with norms of its
//! own (post-norm). In GPT-2 a block normalizes only what it reads, and the stream itself passes
//! on as it is; `weights.ln_f` comes once, after the last block.

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
    let ln_f = &weights.ln_f;
    for weights in &weights.blocks {
        x = crate::block(&x, weights, heads, epsilon);
        x = crate::layer_norm(&x, ln_f, epsilon);
    }
    let x = crate::layer_norm(&x, &weights.ln_f, epsilon);
    Ok(x.dot(&weights.wte.t()))
}
