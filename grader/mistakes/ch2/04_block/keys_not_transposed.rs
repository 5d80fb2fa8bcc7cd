//! k without its transpose
//!
//! This is what you get with `q.dot(k)`: q is [T, dk] and so is k, [S, dk], and the columns of the
//! one are not as many as the rows of the other. Every query meets every key in q · kᵀ, [T, dk]
//! times [dk, S]; `k.t()` is the transpose.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn attention_weights(q: &Array2<f32>, k: &Array2<f32>, mask: &Array2<bool>) -> Array2<f32> {
    let mut w = q.dot(k) / (q.ncols() as f32).sqrt();
    w.zip_mut_with(mask, |score, &look| {
        if !look {
            *score = f32::NEG_INFINITY
        }
    });
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
