//! Divided by the variance
//!
//! This is what you get when the root is missing. The variance is made of squares; its root,
//! √(variance + ε), is the distance by which to divide.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn layer_norm(x: &Array2<f32>, norm: &Norm, epsilon: f32) -> Array2<f32> {
    let d = x.ncols() as f32;
    let mut y = x.clone();
    for mut row in y.rows_mut() {
        let mean = row.sum() / d;
        row -= mean;
        let variance = row.dot(&row) / d;
        row /= variance + epsilon;
    }
    y * &norm.weight + &norm.bias
}
