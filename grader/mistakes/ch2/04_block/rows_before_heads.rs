//! Rows first, then heads
//!
//! This is what you get when the axes stay in the order [T, H, dk]. The head comes first, [H, T,
//! dk]: then each head is a matrix [T, dk] that `attention` can take as it is.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn split_heads(x: &Array2<f32>, heads: usize) -> Array3<f32> {
    let (t, d) = x.dim();
    let dk = d / heads;
    Array3::from_shape_fn((t, heads, dk), |(t, h, i)| x[[t, h * dk + i]])
}
