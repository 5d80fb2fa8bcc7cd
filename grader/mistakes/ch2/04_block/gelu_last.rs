//! GELU at the end
//!
//! This is what you get when `gelu` comes after the second layer: up, down, gelu. It belongs
//! between the two, on the [T, 4d] numbers.

use model::{BlockWeights, Linear};
use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn feed_forward(x: &Array2<f32>, up: &Linear, down: &Linear) -> Array2<f32> {
    crate::linear(&crate::linear(x, up), down).mapv(crate::gelu)
}
