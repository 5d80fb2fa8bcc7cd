//! Every H-th column
//!
//! This is what you get when a head takes every H-th column: h, h + H, h + 2H. Head h owns dk
//! columns next to each other, h·dk to (h + 1)·dk - 1. The weights were trained for that.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn split_heads(x: &Array2<f32>, heads: usize) -> Array3<f32> {
    let (t, d) = x.dim();
    let dk = d / heads;
    Array3::from_shape_fn((heads, t, dk), |(h, t, i)| x[[t, i * heads + h]])
}
