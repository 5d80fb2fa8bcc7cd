//! Normalizes the columns
//!
//! This is what you get when mean and variance are taken down each column, over the tokens. A
//! token must not depend on its neighbours here: each row, the d numbers of one token, is
//! normalized by itself.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn layer_norm(x: &Array2<f32>, norm: &Norm, epsilon: f32) -> Array2<f32> {
    let n = x.nrows() as f32;
    let mut y = x.clone();
    for mut column in y.columns_mut() {
        let mean = column.sum() / n;
        column -= mean;
        let variance = column.dot(&column) / n;
        column /= (variance + epsilon).sqrt();
    }
    y * &norm.weight + &norm.bias
}
