//! Heads below one another
//!
//! This is what you get when the heads are stacked, [H·T, dk]. They go side by side: one row a
//! token, [T, H·dk].

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn merge_heads(x: &Array3<f32>) -> Array2<f32> {
    let (heads, t, dk) = x.dim();
    Array2::from_shape_fn((heads * t, dk), |(row, i)| x[[row / t, row % t, i]])
}
