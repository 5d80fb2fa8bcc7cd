//! The stream overwritten
//!
//! Only the change came back, and what the stream held before is lost. A part of the model says
//! what to add; the residual connection adds it to x.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn residual(x: &Array2<f32>, change: &Array2<f32>) -> Array2<f32> {
    change.clone()
}
