//! W transposed
//!
//! This is what you get from x·Wᵀ, as in PyTorch, which stores W as [out, in]. GPT-2 stores it
//! as [in, out], so that x·W fits as it stands. If W is square, Wᵀ fits as well, and only the
//! numbers tell.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn linear(x: &Array2<f32>, linear: &Linear) -> Array2<f32> {
    x.dot(&linear.weight.t()) + &linear.bias
}
