//! Reshaped, not split
//!
//! This is what you get when the numbers are only counted off into a new shape, [H, T, dk]. Then
//! the first head gets the first rows of the text, whole, instead of the first columns of each
//! row. Reshape to [T, H, dk] first, then exchange the two front axes.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn split_heads(x: &Array2<f32>, heads: usize) -> Array3<f32> {
    let (t, d) = x.dim();
    let dk = d / heads;
    let cells = x.iter().copied().collect();
    Array3::from_shape_vec((heads, t, dk), cells).expect("as many")
}
