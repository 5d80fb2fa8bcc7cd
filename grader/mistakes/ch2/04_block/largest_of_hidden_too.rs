//! The largest over hidden keys too
//!
//! This is what you get when the row's largest score is looked for among all keys, before the mask
//! has hidden some. If a hidden key has it, the scores that count all end up far below 0, where
//! `exp` has few digits left and then none: 0 divided by 0. Hide first, then take the largest of
//! what may be seen.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn attention_weights(q: &Array2<f32>, k: &Array2<f32>, mask: &Array2<bool>) -> Array2<f32> {
    let mut w = q.dot(&k.t()) / (q.ncols() as f32).sqrt();
    for (mut row, mask) in w.rows_mut().into_iter().zip(mask.rows()) {
        let max = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        row.zip_mut_with(&mask, |score, &look| {
            *score = if look { (*score - max).exp() } else { 0.0 };
        });
        let sum = row.sum();
        if sum > 0.0 {
            row /= sum;
        }
    }
    w
}
