//! Heads shuffled into one another
//!
//! This is what you get when a row takes one number of each head in turn. The heads stand side by
//! side: all dk numbers of head 0, then all of head 1.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn merge_heads(x: &Array3<f32>) -> Array2<f32> {
    let (heads, t, dk) = x.dim();
    Array2::from_shape_fn((t, heads * dk), |(t, c)| x[[c % heads, t, c / heads]])
}
