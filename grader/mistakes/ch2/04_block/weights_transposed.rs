//! The weights lie on their side
//!
//! This is what you get when the weights are transposed before they mix the values. Row t of the
//! weights, [S], times v, [S, dv], is what query t takes along: nothing has to be transposed.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn attention(
    q: &Array2<f32>,
    k: &Array2<f32>,
    v: &Array2<f32>,
    mask: &Array2<bool>,
) -> Array2<f32> {
    crate::attention_weights(q, k, mask).t().dot(v)
}
