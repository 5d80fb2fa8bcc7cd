//! Variance with d − 1
//!
//! This is what you get when the squared distances are divided by d − 1, as in statistics. Layer
//! norm divides by d. Of (1, 1, 1, 5) the last number comes out 0.23 too small; at d = 768 every
//! number would be off by less than a thousandth of itself, and nobody would notice.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn layer_norm(x: &Array2<f32>, norm: &Norm, epsilon: f32) -> Array2<f32> {
    let d = x.ncols() as f32;
    let mut y = x.clone();
    for mut row in y.rows_mut() {
        let mean = row.sum() / d;
        row -= mean;
        let variance = row.dot(&row) / (d - 1.0);
        row /= (variance + epsilon).sqrt();
    }
    y * &norm.weight + &norm.bias
}
