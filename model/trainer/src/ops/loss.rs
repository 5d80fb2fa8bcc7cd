//! Cross-entropy of logits against the tokens that really followed.

use candle_core::{CpuStorage, CustomOp1, Layout, Result, Shape, Tensor, bail};

use super::exp::{exp, softmax, sum};
use super::floats::{Floats, slice};

/// The mean over all rows of −log p(target), in nats.
///
/// logits [N, V], N targets below V → a scalar. By log-softmax: ln Σ e^l − l of the target.
pub fn cross_entropy(logits: &Tensor, targets: Vec<u32>) -> Result<Tensor> {
    let (n, v) = logits.dims2()?;
    if targets.len() != n || targets.iter().any(|&id| id as usize >= v) {
        bail!("expected {n} targets below {v}, found {} with ids {targets:?}", targets.len());
    }
    logits.apply_op1(CrossEntropy { targets })
}

struct CrossEntropy {
    targets: Vec<u32>,
}

impl CustomOp1 for CrossEntropy {
    fn name(&self) -> &'static str {
        "cross-entropy"
    }

    fn cpu_fwd(&self, storage: &CpuStorage, layout: &Layout) -> Result<(CpuStorage, Shape)> {
        let (n, v) = layout.shape().dims2()?;
        let mut total = 0.0;
        for (row, &target) in slice(storage, layout)?.chunks_exact(v).zip(&self.targets) {
            let highest = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let log_sum = sum(row, |x| exp(x - highest)).ln() + highest;
            total += f64::from(log_sum - row[target as usize]);
        }
        Ok((CpuStorage::F32(vec![(total / n as f64) as f32]), ().into()))
    }

    fn bwd(&self, logits: &Tensor, _: &Tensor, gradient: &Tensor) -> Result<Option<Tensor>> {
        let (n, v) = logits.dims2()?;
        let scale = gradient.to_scalar::<f32>()? / n as f32;
        // The probabilities, less 1 at the target.
        let mut g = Floats::of(logits)?.to_vec();
        for (row, &target) in g.chunks_exact_mut(v).zip(&self.targets) {
            softmax(row);
            row[target as usize] -= 1.0;
            for g in row {
                *g *= scale;
            }
        }
        Tensor::from_vec(g, logits.shape(), logits.device()).map(Some)
    }
}
