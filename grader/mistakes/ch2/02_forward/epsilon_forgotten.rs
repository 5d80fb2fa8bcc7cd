//! ε forgotten
//!
//! This is what you get without ε. A row of equal numbers has the variance 0, and 0 / 0 is NaN,
//! which spreads through all that follows. Divide by √(variance + ε).

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn layer_norm(x: &Array2<f32>, norm: &Norm, epsilon: f32) -> Array2<f32> {
    let d = x.ncols() as f32;
    let mut y = x.clone();
    for mut row in y.rows_mut() {
        let mean = row.sum() / d;
        row -= mean;
        let variance = row.dot(&row) / d;
        row /= variance.sqrt();
    }
    y * &norm.weight + &norm.bias
}
