//! b in the first row only
//!
//! The first row got the bias, the others did not. b belongs to every row: each token goes
//! through the layer by itself. `y + &linear.bias` adds it to all of them.

use model::{Config, Linear, Norm, Weights};
use ndarray::{Array2, Axis};

pub fn linear(x: &Array2<f32>, linear: &Linear) -> Array2<f32> {
    let mut y = x.dot(&linear.weight);
    if y.nrows() > 0 {
        y.row_mut(0).scaled_add(1.0, &linear.bias);
    }
    y
}
