//! A largest score that is never below 0
//!
//! This is what you get when the search for the largest score starts at 0, as in `fold(0.0,
//! f32::max)`. In a row of scores below 0 none is larger, nothing is subtracted, and `exp` of a
//! score far below 0 has few digits left or none. Start at `f32::NEG_INFINITY`, which every score
//! exceeds.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn attention_weights(q: &Array2<f32>, k: &Array2<f32>, mask: &Array2<bool>) -> Array2<f32> {
    let mut w = q.dot(&k.t()) / (q.ncols() as f32).sqrt();
    w.zip_mut_with(mask, |score, &look| {
        if !look {
            *score = f32::NEG_INFINITY
        }
    });
    for mut row in w.rows_mut() {
        let max = row.iter().copied().fold(0.0, f32::max);
        row.mapv_inplace(|score| (score - max).exp());
        let sum = row.sum();
        if sum > 0.0 {
            row /= sum;
        }
    }
    w
}
