//! An ε of its own
//!
//! This is what you get when the norms use 1e-5 whatever `epsilon` says. Pass the one that you are
//! given on to `layer_norm`.

use model::{BlockWeights, Linear};
use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn block(x: &Array2<f32>, weights: &BlockWeights, heads: usize, epsilon: f32) -> Array2<f32> {
    let BlockWeights { ln_1, attn, ln_2, mlp } = weights;
    let qkv = crate::linear(&crate::layer_norm(x, ln_1, 1e-5), &attn.c_attn);
    let x = x + &crate::linear(&crate::causal_attention(&qkv, heads), &attn.c_proj);
    let change = crate::feed_forward(&crate::layer_norm(&x, ln_2, 1e-5), &mlp.c_fc, &mlp.c_proj);
    x + change
}
