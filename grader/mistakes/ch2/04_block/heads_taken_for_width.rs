//! So many columns, not so many heads
//!
//! This is what you get when `heads` is taken for the width of a head. It says how many heads
//! there are; each is d/H columns wide.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn split_heads(x: &Array2<f32>, heads: usize) -> Array3<f32> {
    let (t, d) = x.dim();
    let dk = heads;
    Array3::from_shape_fn((d / dk, t, dk), |(h, t, i)| x[[t, h * dk + i]])
}
