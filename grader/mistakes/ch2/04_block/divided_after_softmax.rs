//! Divided by √dk too late
//!
//! This is what you get when √dk divides the weights and not the scores. A row then no longer adds
//! up to 1, and softmax has seen the large scores that the root was to make smaller. Divide before
//! softmax.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn attention_weights(q: &Array2<f32>, k: &Array2<f32>, mask: &Array2<bool>) -> Array2<f32> {
    let mut w = q.dot(&k.t());
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
    w / (q.ncols() as f32).sqrt()
}
