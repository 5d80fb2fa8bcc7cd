//! 2.2 Components of the forward pass.

use model::{Linear, Norm};
use ndarray::Array2;

use super::{Site, Trouble, call, expect, shape};

static LAYER_NORM: Site = Site { section: "2.2", function: "layer_norm" };
static LINEAR: Site = Site { section: "2.2", function: "linear" };
static RESIDUAL: Site = Site { section: "2.2", function: "residual" };

/// x `[T, d]` → `[T, d]`, each row normalized.
pub fn layer_norm(x: &Array2<f32>, norm: &Norm, epsilon: f32) -> Result<Array2<f32>, Trouble> {
    call(
        &LAYER_NORM,
        || format!("x of shape {} and epsilon {epsilon}", shape(x)),
        || forward::layer_norm(x, norm, epsilon),
        |y| expect::array(y, x.shape()),
    )
}

/// x `[T, in]` → `[T, out]`.
pub fn linear(x: &Array2<f32>, linear: &Linear) -> Result<Array2<f32>, Trouble> {
    call(
        &LINEAR,
        || format!("x of shape {} and a weight of shape {}", shape(x), shape(&linear.weight)),
        || forward::linear(x, linear),
        |y| expect::array(y, &[x.nrows(), linear.weight.ncols()]),
    )
}

/// x and its change, both `[T, d]` → `[T, d]`.
pub fn residual(x: &Array2<f32>, change: &Array2<f32>) -> Result<Array2<f32>, Trouble> {
    call(
        &RESIDUAL,
        || format!("x of shape {} and a change of shape {}", shape(x), shape(change)),
        || forward::residual(x, change),
        |y| expect::array(y, x.shape()),
    )
}
