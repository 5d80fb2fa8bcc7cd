//! ε as a floor
//!
//! This is what you get from √max(variance, ε): ε counts only where the variance is smaller. It
//! is added to every variance: √(variance + ε).

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn layer_norm(x: &Array2<f32>, norm: &Norm, epsilon: f32) -> Array2<f32> {
    let d = x.ncols() as f32;
    let mut y = x.clone();
    for mut row in y.rows_mut() {
        let mean = row.sum() / d;
        row -= mean;
        let variance = row.dot(&row) / d;
        row /= variance.max(epsilon).sqrt();
    }
    y * &norm.weight + &norm.bias
}
