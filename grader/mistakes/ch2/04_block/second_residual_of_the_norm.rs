//! The feed-forward network's change added to the normed x
//!
//! This is what you get when what the feed-forward network gives is added to `ln_2` of the stream.
//! The norm is only for the part that works: add to the sum of the first half as it was before
//! `ln_2`. The first half of yours adds to the right thing.

use model::{BlockWeights, Linear};
use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn block(x: &Array2<f32>, weights: &BlockWeights, heads: usize, epsilon: f32) -> Array2<f32> {
    let BlockWeights { ln_1, attn, ln_2, mlp } = weights;
    let qkv = crate::linear(&crate::layer_norm(x, ln_1, epsilon), &attn.c_attn);
    let x = x + &crate::linear(&crate::causal_attention(&qkv, heads), &attn.c_proj);
    let x = crate::layer_norm(&x, ln_2, epsilon);
    let change = crate::feed_forward(&x, &mlp.c_fc, &mlp.c_proj);
    x + change
}
