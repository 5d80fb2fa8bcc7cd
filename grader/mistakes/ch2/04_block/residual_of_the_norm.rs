//! Added to the normed x
//!
//! This is what you get when the change is added to the normed x. The norm is only for the part
//! that works; the stream itself goes past the norm untouched, and the change is added to that.

use model::{BlockWeights, Linear};
use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn block(x: &Array2<f32>, weights: &BlockWeights, heads: usize, epsilon: f32) -> Array2<f32> {
    let BlockWeights { ln_1, attn, ln_2, mlp } = weights;
    let x = &crate::layer_norm(x, ln_1, epsilon);
    let qkv = crate::linear(x, &attn.c_attn);
    let x = x + &crate::linear(&crate::causal_attention(&qkv, heads), &attn.c_proj);
    let x = crate::layer_norm(&x, ln_2, epsilon);
    let change = crate::feed_forward(&x, &mlp.c_fc, &mlp.c_proj);
    x + change
}
