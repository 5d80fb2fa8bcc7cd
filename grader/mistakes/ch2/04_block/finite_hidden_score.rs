//! A finite number in the place of -∞
//!
//! This is what you get when a hidden score becomes a very low number, or has one added, and not
//! -∞. A score that may be seen can be lower still, and then the hidden key takes all the weight.
//! Below -∞ there is nothing: `f32::NEG_INFINITY`.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn attention_weights(q: &Array2<f32>, k: &Array2<f32>, mask: &Array2<bool>) -> Array2<f32> {
    let mut w = q.dot(&k.t()) / (q.ncols() as f32).sqrt();
    w.zip_mut_with(mask, |score, &look| {
        if !look {
            *score = -1e9
        }
    });
    for mut row in w.rows_mut() {
        if row.iter().all(|&score| score == -1e9) {
            row.fill(0.0);
            continue;
        }
        let max = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        row.mapv_inplace(|score| (score - max).exp());
        let sum = row.sum();
        row /= sum;
    }
    w
}
