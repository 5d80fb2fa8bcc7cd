//! Mean of squares minus square of mean
//!
//! Right for small numbers, and wrong once they are large beside their differences. That is what
//! the mean of the squares minus the square of the mean gives: two large numbers that are nearly
//! equal, whose difference in f32 is rounding noise and can be negative; the root of that is NaN.
//! Subtract the mean first, then take the mean of the squares of what is left.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn layer_norm(x: &Array2<f32>, norm: &Norm, epsilon: f32) -> Array2<f32> {
    let d = x.ncols() as f32;
    let mut y = x.clone();
    for mut row in y.rows_mut() {
        let mean = row.sum() / d;
        let variance = row.dot(&row) / d - mean * mean;
        row -= mean;
        row /= (variance + epsilon).sqrt();
    }
    y * &norm.weight + &norm.bias
}
