//! Without attn.c_proj
//!
//! This is what you get when the merged heads are added to the stream directly. Between the two
//! stands `attn.c_proj`: it mixes what the heads found.

use model::{BlockWeights, Linear};
use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn block(x: &Array2<f32>, weights: &BlockWeights, heads: usize, epsilon: f32) -> Array2<f32> {
    let BlockWeights { ln_1, attn, ln_2, mlp } = weights;
    let qkv = crate::linear(&crate::layer_norm(x, ln_1, epsilon), &attn.c_attn);
    let x = x + &crate::causal_attention(&qkv, heads);
    let change = crate::feed_forward(&crate::layer_norm(&x, ln_2, epsilon), &mlp.c_fc, &mlp.c_proj);
    x + change
}
