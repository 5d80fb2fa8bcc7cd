//! GELU after both layers
//!
//! This is what you get when `gelu` follows both layers. It stands only between them: what comes
//! down is added to the stream and may well be negative.

use model::{BlockWeights, Linear};
use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub fn feed_forward(x: &Array2<f32>, up: &Linear, down: &Linear) -> Array2<f32> {
    crate::linear(&crate::linear(x, up).mapv(crate::gelu), down).mapv(crate::gelu)
}
