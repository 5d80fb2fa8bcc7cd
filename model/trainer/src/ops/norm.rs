//! Layer norm over the last axis (Ba, Kiros and Hinton, 2016).

use candle_core::{CpuStorage, CustomOp3, Layout, Result, Shape, Tensor};

use super::exp::{dot, sum};
use super::floats::{Floats, slice};
use crate::settings::NORM_EPSILON;

/// Each row less its mean, divided by √(variance + ε), times a weight, plus a bias.
///
/// x [N, d], weight [d], bias [d] → [N, d]. The variance divides by d.
pub fn layer_norm(x: &Tensor, weight: &Tensor, bias: &Tensor) -> Result<Tensor> {
    x.apply_op3(weight, bias, LayerNorm)
}

struct LayerNorm;

/// Writes a row less its mean, divided by √(variance + ε), and gives 1 / √(variance + ε).
fn normalize(row: &[f32], out: &mut [f32]) -> f32 {
    let d = row.len() as f32;
    let mean = sum(row, |x| x) / d;
    let variance = sum(row, |x| (x - mean) * (x - mean)) / d;
    let inverse = 1.0 / (variance + NORM_EPSILON).sqrt();
    for (out, x) in out.iter_mut().zip(row) {
        *out = (x - mean) * inverse;
    }
    inverse
}

impl CustomOp3 for LayerNorm {
    fn name(&self) -> &'static str {
        "layer-norm"
    }

    fn cpu_fwd(
        &self,
        s1: &CpuStorage,
        l1: &Layout,
        s2: &CpuStorage,
        l2: &Layout,
        s3: &CpuStorage,
        l3: &Layout,
    ) -> Result<(CpuStorage, Shape)> {
        let (x, weight, bias) = (slice(s1, l1)?, slice(s2, l2)?, slice(s3, l3)?);
        let d = weight.len();
        let mut y = vec![0.0; x.len()];
        for (x, y) in x.chunks_exact(d).zip(y.chunks_exact_mut(d)) {
            normalize(x, y);
            for ((y, weight), bias) in y.iter_mut().zip(weight).zip(bias) {
                *y = *y * weight + bias;
            }
        }
        Ok((CpuStorage::F32(y), l1.shape().clone()))
    }

    fn bwd(
        &self,
        x: &Tensor,
        weight: &Tensor,
        bias: &Tensor,
        _: &Tensor,
        gradient: &Tensor,
    ) -> Result<(Option<Tensor>, Option<Tensor>, Option<Tensor>)> {
        let d = weight.dims1()?;
        let (gx, gw, gb) = {
            let (x, w, g) = (Floats::of(x)?, Floats::of(weight)?, Floats::of(gradient)?);
            let (mut gx, mut gw, mut gb) = (vec![0.0; x.len()], vec![0.0; d], vec![0.0; d]);
            let mut normal = vec![0.0; d];
            let rows = x.chunks_exact(d).zip(g.chunks_exact(d)).zip(gx.chunks_exact_mut(d));
            for ((x, g), gx) in rows {
                let inverse = normalize(x, &mut normal);
                for i in 0..d {
                    gw[i] += g[i] * normal[i];
                    gb[i] += g[i];
                    gx[i] = g[i] * w[i]; // the gradient of the normalized row
                }
                // A shift of the row and a stretch of it change nothing: the parts of the
                // gradient along these two are taken away.
                let shift = sum(gx, |x| x) / d as f32;
                let stretch = dot(gx, &normal) / d as f32;
                for (gx, normal) in gx.iter_mut().zip(&normal) {
                    *gx = inverse * (*gx - shift - normal * stretch);
                }
            }
            (gx, gw, gb)
        };
        let tensor = |values, like: &Tensor| Tensor::from_vec(values, like.shape(), like.device());
        Ok((Some(tensor(gx, x)?), Some(tensor(gw, weight)?), Some(tensor(gb, bias)?)))
    }
}
