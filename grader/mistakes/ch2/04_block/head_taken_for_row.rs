//! The head taken for the row
//!
//! This is what you get when head h reads row h of x, and the token says which columns: `x[[h, t *
//! dk + i]]`. It is the other way round. The row is the token t, and the head says which columns:
//! those from h·dk on.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn split_heads(x: &Array2<f32>, heads: usize) -> Array3<f32> {
    let (t, d) = x.dim();
    let dk = d / heads;
    Array3::from_shape_fn((heads, t, dk), |(h, t, i)| x[[h, t * dk + i]])
}
