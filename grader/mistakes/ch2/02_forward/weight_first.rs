//! W before x
//!
//! This is W·x. A row of x is a token, and W is [in, out]: x stands before it, [T, in] · [in, out]
//! gives [T, out].

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn linear(x: &Array2<f32>, linear: &Linear) -> Array2<f32> {
    linear.weight.dot(x) + &linear.bias
}
