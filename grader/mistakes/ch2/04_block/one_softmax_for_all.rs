//! One softmax for the whole matrix
//!
//! This is what you get when all the weights together add up to 1. Each query shares out an
//! attention of 1 of its own: softmax each row by itself.

use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn attention_weights(q: &Array2<f32>, k: &Array2<f32>, mask: &Array2<bool>) -> Array2<f32> {
    let mut w = q.dot(&k.t()) / (q.ncols() as f32).sqrt();
    w.zip_mut_with(mask, |score, &look| {
        if !look {
            *score = f32::NEG_INFINITY
        }
    });
    let max = w.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    if max == f32::NEG_INFINITY {
        return Array2::zeros(w.dim());
    }
    w.mapv_inplace(|score| (score - max).exp());
    let sum = w.sum();
    w / sum
}
