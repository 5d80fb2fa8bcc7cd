//! Up and down without a bend
//!
//! This is what you get without `gelu` between the two layers. Two linear layers in a row are only
//! one linear layer; the bend between them is why there are two.

use model::{BlockWeights, Linear};
use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn feed_forward(x: &Array2<f32>, up: &Linear, down: &Linear) -> Array2<f32> {
    crate::linear(&crate::linear(x, up), down)
}
