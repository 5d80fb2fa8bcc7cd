//! exp of a large score
//!
//! This is what you get when `exp` is taken of the score itself. In f32 it is infinite above 88.7,
//! and infinite divided by infinite is NaN. Subtract the row's largest score first: that changes
//! no weight.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn attention_weights(q: &Array2<f32>, k: &Array2<f32>, mask: &Array2<bool>) -> Array2<f32> {
    let mut w = q.dot(&k.t()) / (q.ncols() as f32).sqrt();
    w.zip_mut_with(mask, |score, &look| {
        if !look {
            *score = f32::NEG_INFINITY
        }
    });
    for mut row in w.rows_mut() {
        if row.iter().all(|score| *score == f32::NEG_INFINITY) {
            row.fill(0.0);
            continue;
        }
        row.mapv_inplace(f32::exp);
        let sum = row.sum();
        row /= sum;
    }
    w
}
