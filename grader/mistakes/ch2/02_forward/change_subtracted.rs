//! The change subtracted
//!
//! This is x − change. A residual connection adds: x + change.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn residual(x: &Array2<f32>, change: &Array2<f32>) -> Array2<f32> {
    x - change
}
