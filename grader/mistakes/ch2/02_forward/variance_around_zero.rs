//! Variance taken around zero
//!
//! The mean was subtracted, but the variance is the mean square of the numbers as they were
//! before. Take the squares of the distances from the mean: what is left after subtracting.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn layer_norm(x: &Array2<f32>, norm: &Norm, epsilon: f32) -> Array2<f32> {
    let d = x.ncols() as f32;
    let mut y = x.clone();
    for mut row in y.rows_mut() {
        let mean = row.sum() / d;
        let variance = row.dot(&row) / d;
        row -= mean;
        row /= (variance + epsilon).sqrt();
    }
    y * &norm.weight + &norm.bias
}
