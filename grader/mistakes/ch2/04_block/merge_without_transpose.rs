//! Merged without a transpose
//!
//! This is what you get when the numbers are only counted off into [T, d]. In memory a whole head
//! comes first, so one row would get several tokens of one head. A row is one token: its part of
//! head 0, then its part of head 1. Exchange the two front axes first. With one head nobody
//! notices.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn merge_heads(x: &Array3<f32>) -> Array2<f32> {
    let (heads, t, dk) = x.dim();
    let cells = x.iter().copied().collect();
    Array2::from_shape_vec((t, heads * dk), cells).expect("as many")
}
