//! What came in is lost in the feed-forward network
//!
//! This is what you get when the block returns only what the feed-forward network gives. It is a
//! change to the stream: add it to what went into this half.

use model::{BlockWeights, Linear};
use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn block(x: &Array2<f32>, weights: &BlockWeights, heads: usize, epsilon: f32) -> Array2<f32> {
    let BlockWeights { ln_1, attn, ln_2, mlp } = weights;
    let qkv = crate::linear(&crate::layer_norm(x, ln_1, epsilon), &attn.c_attn);
    let x = x + &crate::linear(&crate::causal_attention(&qkv, heads), &attn.c_proj);
    let change = crate::feed_forward(&crate::layer_norm(&x, ln_2, epsilon), &mlp.c_fc, &mlp.c_proj);
    change
}
