//! ε outside the root
//!
//! This is what you get from √variance + ε. ε is added to the variance, and then the root is
//! taken of the sum: √(variance + ε). Where a row has hardly any variance, the two are far
//! apart.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn layer_norm(x: &Array2<f32>, norm: &Norm, epsilon: f32) -> Array2<f32> {
    let d = x.ncols() as f32;
    let mut y = x.clone();
    for mut row in y.rows_mut() {
        let mean = row.sum() / d;
        row -= mean;
        let variance = row.dot(&row) / d;
        row /= variance.sqrt() + epsilon;
    }
    y * &norm.weight + &norm.bias
}
