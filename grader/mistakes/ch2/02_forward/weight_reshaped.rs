//! W reshaped until it fits
//!
//! W was read as [out, in] by reshaping it, and then transposed. Reshaping leaves the numbers in
//! the order in which they lie, so they end up in other rows. W is [in, out] already: x·W fits.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn linear(x: &Array2<f32>, linear: &Linear) -> Array2<f32> {
    let (input, output) = linear.weight.dim();
    let weight = linear.weight.to_shape((output, input)).unwrap();
    x.dot(&weight.t()) + &linear.bias
}
