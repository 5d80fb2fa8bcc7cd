//! It sees what comes after
//!
//! This is what you get when a query sees itself and the keys after it. It is the other way round:
//! a token knows itself and what came before. Is the comparison turned, or are row and column
//! exchanged?

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn causal_mask(queries: usize, keys: usize) -> Array2<bool> {
    Array2::from_shape_fn((queries, keys), |(t, key)| key + queries >= keys + t)
}
