//! The sum of squares not divided by d
//!
//! This is what you get when a row is divided by the root of the sum of its squared distances,
//! its length. The variance is their mean: divide the sum by d before ε is added and the root is
//! taken.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn layer_norm(x: &Array2<f32>, norm: &Norm, epsilon: f32) -> Array2<f32> {
    let d = x.ncols() as f32;
    let mut y = x.clone();
    for mut row in y.rows_mut() {
        let mean = row.sum() / d;
        row -= mean;
        let variance = row.dot(&row);
        row /= (variance + epsilon).sqrt();
    }
    y * &norm.weight + &norm.bias
}
