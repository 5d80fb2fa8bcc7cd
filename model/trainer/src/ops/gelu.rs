//! GELU in the tanh form, as GPT-2 computes it (`gelu_new`).

use candle_core::{CpuStorage, CustomOp1, Layout, Result, Shape, Tensor};

use super::exp::exp;
use super::floats::{Floats, slice};

/// x · (1 + tanh(√(2/π) · (x + 0.044715 x³))) / 2, for each number. Any shape.
pub fn gelu(x: &Tensor) -> Result<Tensor> {
    x.apply_op1(Gelu)
}

struct Gelu;

/// 2 · √(2/π): since (1 + tanh u) / 2 = σ(2u), GELU is x · σ(z) with z = TWICE · (x + CUBE · x³).
const TWICE: f32 = 1.595_769;
const CUBE: f32 = 0.044_715;

/// σ(z): the share of x that GELU lets through.
#[inline(always)]
fn gate(x: f32) -> f32 {
    1.0 / (1.0 + exp(-TWICE * (x + CUBE * x * x * x)))
}

impl CustomOp1 for Gelu {
    fn name(&self) -> &'static str {
        "gelu"
    }

    fn cpu_fwd(&self, storage: &CpuStorage, layout: &Layout) -> Result<(CpuStorage, Shape)> {
        let y: Vec<f32> = slice(storage, layout)?.iter().map(|&x| x * gate(x)).collect();
        Ok((CpuStorage::F32(y), layout.shape().clone()))
    }

    fn bwd(&self, x: &Tensor, _: &Tensor, gradient: &Tensor) -> Result<Option<Tensor>> {
        let gx: Vec<f32> = {
            let (x, g) = (Floats::of(x)?, Floats::of(gradient)?);
            let slope = |x: f32| {
                let s = gate(x);
                s + x * s * (1.0 - s) * TWICE * (1.0 + 3.0 * CUBE * x * x)
            };
            x.iter().zip(&*g).map(|(&x, g)| g * slope(x)).collect()
        };
        Tensor::from_vec(gx, x.shape(), x.device()).map(Some)
    }
}
