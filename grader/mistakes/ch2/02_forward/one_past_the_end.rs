//! One past the end let through
//!
//! An id equal to V passed: the question was asked with `>`. A table with V rows has the rows 0
//! to V − 1, so the id V has none: `id >= V`. Likewise C positions are 0 to C − 1: `t >= C`.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn forward(weights: &Weights, config: &Config, ids: &[u32]) -> Result<Array2<f32>, usize> {
    let (heads, epsilon) = (config.n_head, config.layer_norm_epsilon);
    let mut x = Array2::<f32>::zeros((ids.len(), config.n_embd));
    for (t, &id) in ids.iter().enumerate() {
        if id as usize > config.vocab_size || t > config.n_positions {
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
