//! A token does not see itself
//!
//! This is what you get when a query may look only at what came before it. A token also sees
//! itself: the key S - T + t is the query's own and may be looked at, so it is `<=`, not `<`. The
//! first token would have nothing to look at.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn causal_mask(queries: usize, keys: usize) -> Array2<bool> {
    Array2::from_shape_fn((queries, keys), |(t, key)| key + queries < keys + t)
}
