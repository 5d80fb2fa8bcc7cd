//! Nothing is hidden
//!
//! This is what you get when every query sees every key. A model that writes does not have the
//! next token yet; if it could look at it in training, it would learn to copy and nothing else.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn causal_mask(queries: usize, keys: usize) -> Array2<bool> {
    Array2::from_shape_fn((queries, keys), |(t, key)| true)
}
