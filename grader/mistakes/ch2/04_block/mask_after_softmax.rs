//! Masked after softmax
//!
//! This is what you get when the weights are set to 0 where the mask is false, after softmax. The
//! hidden keys have taken their share by then, and the row no longer adds up to 1. Set the scores
//! to -∞ first: softmax gives those keys 0 and the rest everything.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn attention_weights(q: &Array2<f32>, k: &Array2<f32>, mask: &Array2<bool>) -> Array2<f32> {
    let mut w = q.dot(&k.t()) / (q.ncols() as f32).sqrt();
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
    w.zip_mut_with(mask, |w, &look| {
        if !look {
            *w = 0.0
        }
    });
    w
}
