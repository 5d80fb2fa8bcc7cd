//! The change ignored
//!
//! x came back as it was, so no part of the model could ever say anything. Add the change to it.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn residual(x: &Array2<f32>, change: &Array2<f32>) -> Array2<f32> {
    x.clone()
}
