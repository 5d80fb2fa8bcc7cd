//! Attention's change added to the normed x
//!
//! This is what you get when what attention found is added to `ln_1` of x. The norm is only for the
//! part that works: what `attn.c_proj` gives is added to the x that the block was given. The second
//! half of yours adds to the right thing.

use model::{BlockWeights, Linear};
use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn block(x: &Array2<f32>, weights: &BlockWeights, heads: usize, epsilon: f32) -> Array2<f32> {
    let BlockWeights { ln_1, attn, ln_2, mlp } = weights;
    let x = &crate::layer_norm(x, ln_1, epsilon);
    let qkv = crate::linear(x, &attn.c_attn);
    let x = x + &crate::linear(&crate::causal_attention(&qkv, heads), &attn.c_proj);
    let change = crate::feed_forward(&crate::layer_norm(&x, ln_2, epsilon), &mlp.c_fc, &mlp.c_proj);
    x + change
}
