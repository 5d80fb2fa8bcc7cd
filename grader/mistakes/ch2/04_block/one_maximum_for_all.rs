//! One largest score for the whole matrix
//!
//! This is what you get when the largest score of the whole matrix is subtracted from every row. A
//! row whose own scores are far below it ends up where `exp` has few digits left or none. Every row
//! has a softmax of its own, and a largest score of its own.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn attention_weights(q: &Array2<f32>, k: &Array2<f32>, mask: &Array2<bool>) -> Array2<f32> {
    let mut w = q.dot(&k.t()) / (q.ncols() as f32).sqrt();
    w.zip_mut_with(mask, |score, &look| {
        if !look {
            *score = f32::NEG_INFINITY
        }
    });
    let max = w.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    for mut row in w.rows_mut() {
        row.mapv_inplace(|score| (score - max).exp());
        let sum = row.sum();
        if sum > 0.0 {
            row /= sum;
        }
    }
    w
}
