//! b forgotten
//!
//! This is x·W alone. A linear layer adds its bias: number j of `linear.bias` to column j, in
//! every row.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn linear(x: &Array2<f32>, linear: &Linear) -> Array2<f32> {
    x.dot(&linear.weight)
}
