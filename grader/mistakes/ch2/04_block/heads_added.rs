//! Heads added up
//!
//! This is what you get when the heads are added, number by number. They are put side by side, so
//! that nothing of any head is lost: [T, H·dk]. It is the layer after it, `c_proj`, that mixes
//! them.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn merge_heads(x: &Array3<f32>) -> Array2<f32> {
    let (heads, t, dk) = x.dim();
    Array2::from_shape_fn((t, dk), |(t, i)| (0..heads).map(|h| x[[h, t, i]]).sum())
}
