//! A causal mask of its own
//!
//! This is what you get when the mask that is given is not used, and the causal one is always
//! taken. Which keys may be seen is the caller's to say: look at `mask` for every score.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn attention_weights(q: &Array2<f32>, k: &Array2<f32>, mask: &Array2<bool>) -> Array2<f32> {
    let mut w = q.dot(&k.t()) / (q.ncols() as f32).sqrt();
    let (queries, keys) = w.dim();
    for ((t, key), score) in w.indexed_iter_mut() {
        if key + queries > keys + t {
            *score = f32::NEG_INFINITY;
        }
    }
    for mut row in w.rows_mut() {
        let max = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        if max == f32::NEG_INFINITY {
            row.fill(0.0);
            continue;
        }
        row.mapv_inplace(|score| (score - max).exp());
        let sum = row.sum();
        row /= sum;
    }
    w
}
