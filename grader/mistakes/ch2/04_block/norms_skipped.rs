//! Without the norm
//!
//! This is what you get when a half takes the stream as it is, without its norm. Each begins with
//! one of its own: `ln_1` before attention, `ln_2` before the feed-forward network. What is added
//! to is still the stream itself.

use model::{BlockWeights, Linear};
use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn block(x: &Array2<f32>, weights: &BlockWeights, heads: usize, epsilon: f32) -> Array2<f32> {
    let BlockWeights { ln_1, attn, ln_2, mlp } = weights;
    let qkv = crate::linear(x, &attn.c_attn);
    let x = x + &crate::linear(&crate::causal_attention(&qkv, heads), &attn.c_proj);
    let change = crate::feed_forward(&x, &mlp.c_fc, &mlp.c_proj);
    x + change
}
