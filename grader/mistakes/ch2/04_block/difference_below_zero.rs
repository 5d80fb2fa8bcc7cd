//! A difference below 0
//!
//! This is what you get when a difference of two `usize` would be below 0, as that of `queries -
//! keys`: it panics. There are never more queries than keys, so subtract the queries from the keys,
//! and add t only then.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn causal_mask(queries: usize, keys: usize) -> Array2<bool> {
    Array2::from_shape_fn((queries, keys), |(t, key)| key <= queries - keys + t)
}
