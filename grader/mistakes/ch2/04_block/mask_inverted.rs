//! True where it should be false
//!
//! This is what you get when true means hidden. Here true means that the query may look, as in a
//! list of permissions: the lower left of the triangle and the diagonal are true. (PyTorch has
//! both kinds, in different functions.)

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn causal_mask(queries: usize, keys: usize) -> Array2<bool> {
    Array2::from_shape_fn((queries, keys), |(t, key)| key + queries > keys + t)
}
