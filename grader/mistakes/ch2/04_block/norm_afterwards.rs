//! Norm after the work
//!
//! This is what you get when each norm comes after the sum, as in the transformer of 2017. GPT-2
//! has it before: norm, work, add. The stream itself is never normed inside a block.

use model::{BlockWeights, Linear};
use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn block(x: &Array2<f32>, weights: &BlockWeights, heads: usize, epsilon: f32) -> Array2<f32> {
    let BlockWeights { ln_1, attn, ln_2, mlp } = weights;
    let qkv = crate::linear(x, &attn.c_attn);
    let x = x + &crate::linear(&crate::causal_attention(&qkv, heads), &attn.c_proj);
    let x = crate::layer_norm(&x, ln_1, epsilon);
    let change = crate::feed_forward(&x, &mlp.c_fc, &mlp.c_proj);
    crate::layer_norm(&(x + change), ln_2, epsilon)
}
