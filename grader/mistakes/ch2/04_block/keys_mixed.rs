//! The keys are mixed, not the values
//!
//! This is what you get when the weights mix k. Keys only decide how much each token counts; what
//! is taken along are the values, so it is weights · v, [T, dv].

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn attention(
    q: &Array2<f32>,
    k: &Array2<f32>,
    v: &Array2<f32>,
    mask: &Array2<bool>,
) -> Array2<f32> {
    crate::attention_weights(q, k, mask).dot(k)
}
