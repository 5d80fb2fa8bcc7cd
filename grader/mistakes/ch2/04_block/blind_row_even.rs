//! A share for all where nothing may be seen
//!
//! This is what you get when hidden scores become a very large negative number and not -∞. In a
//! row without any key to look at they are all equal, and softmax shares the attention out among
//! them. Such a row gets only zeros.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn attention_weights(q: &Array2<f32>, k: &Array2<f32>, mask: &Array2<bool>) -> Array2<f32> {
    let mut w = q.dot(&k.t()) / (q.ncols() as f32).sqrt();
    w.zip_mut_with(mask, |score, &look| {
        if !look {
            *score = f32::MIN
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
