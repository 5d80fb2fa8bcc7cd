//! The mean not subtracted
//!
//! This is what you get when a row is divided by the root of its mean square, with the mean left
//! in. That is RMS norm, which Llama uses; GPT-2's layer norm subtracts the mean first.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn layer_norm(x: &Array2<f32>, norm: &Norm, epsilon: f32) -> Array2<f32> {
    let d = x.ncols() as f32;
    let mut y = x.clone();
    for mut row in y.rows_mut() {
        let variance = row.dot(&row) / d;
        row /= (variance + epsilon).sqrt();
    }
    y * &norm.weight + &norm.bias
}
