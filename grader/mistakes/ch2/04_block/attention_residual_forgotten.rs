//! What came in is lost in attention
//!
//! This is what you get when the result of attention takes the place of x. It is added to x:
//! attention brings something from other tokens, and the token itself must remain.

use model::{BlockWeights, Linear};
use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn block(x: &Array2<f32>, weights: &BlockWeights, heads: usize, epsilon: f32) -> Array2<f32> {
    let BlockWeights { ln_1, attn, ln_2, mlp } = weights;
    let qkv = crate::linear(&crate::layer_norm(x, ln_1, epsilon), &attn.c_attn);
    let x = crate::linear(&crate::causal_attention(&qkv, heads), &attn.c_proj);
    let change = crate::feed_forward(&crate::layer_norm(&x, ln_2, epsilon), &mlp.c_fc, &mlp.c_proj);
    x + change
}
