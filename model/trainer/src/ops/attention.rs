//! Causal self-attention over all heads at once (Vaswani et al., 2017), from queries, keys and
//! values as GPT-2's `c_attn` lays them out: side by side, each with its heads side by side.

use candle_core::{CpuStorage, CustomOp1, Layout, Result, Shape, Tensor};

use super::exp::{dot, softmax};
use super::floats::{Floats, slice};
use super::product::{Matrix, multiply};

/// How the operation's argument is laid out.
#[derive(Clone, Copy)]
pub struct Attention {
    /// Windows, B.
    pub batch: usize,
    /// Heads, H.
    pub heads: usize,
}

/// softmax(q·kᵀ / √dk) · v for each head, where a token sees itself and what is before it.
///
/// qkv [B·T, 3d] → [B·T, d], heads merged.
pub fn attention(qkv: &Tensor, layout: Attention) -> Result<Tensor> {
    qkv.apply_op1(layout)
}

/// The attention of one window as numbers: how much token t looks at token s.
///
/// qkv [T, 3d] → [H, T, T]; rows add up to 1, and what comes later has 0.
pub fn probabilities(qkv: &Tensor, heads: usize) -> Result<Tensor> {
    let one = Attention { batch: 1, heads };
    let sizes = one.sizes(qkv.shape())?;
    let Sizes { t, .. } = sizes;
    let mut all = vec![0.0; heads * t * t];
    let values = Floats::of(qkv)?;
    for (h, p) in all.chunks_exact_mut(t * t).enumerate() {
        look(p, Head::of(&values, h * sizes.dk, sizes), sizes);
    }
    Tensor::from_vec(all, (heads, t, t), qkv.device())
}

#[derive(Clone, Copy)]
struct Sizes {
    t: usize,
    d: usize,
    dk: usize,
}

/// One head of one window: three matrices [T, dk] within qkv.
struct Head<'a> {
    q: Matrix<'a>,
    k: Matrix<'a>,
    v: Matrix<'a>,
}

impl<'a> Head<'a> {
    fn of(qkv: &'a [f32], start: usize, Sizes { t, d, dk }: Sizes) -> Head<'a> {
        let part = |i: usize| Matrix::new(&qkv[start + i * d..], [t, dk], 3 * d);
        Head { q: part(0), k: part(1), v: part(2) }
    }
}

/// Writes one head's attention to `p`.
fn look(p: &mut [f32], head: Head, Sizes { t, dk, .. }: Sizes) {
    multiply(p, t, false, head.q, head.k.t(), 1.0 / (dk as f32).sqrt()); // [T, T]
    for (i, row) in p.chunks_exact_mut(t).enumerate() {
        let (seen, later) = row.split_at_mut(i + 1);
        softmax(seen);
        later.fill(0.0);
    }
}

impl Attention {
    fn sizes(&self, shape: &Shape) -> Result<Sizes> {
        let (rows, columns) = shape.dims2()?;
        let d = columns / 3;
        Ok(Sizes { t: rows / self.batch, d, dk: d / self.heads })
    }

    /// For each head of each window: where it starts in qkv, and where in the merged heads.
    fn starts(&self, Sizes { t, d, dk }: Sizes) -> impl Iterator<Item = (usize, usize)> {
        let each =
            move |b| (0..self.heads).map(move |h| (b * t * 3 * d + h * dk, b * t * d + h * dk));
        (0..self.batch).flat_map(each)
    }
}

impl CustomOp1 for Attention {
    fn name(&self) -> &'static str {
        "attention"
    }

    fn cpu_fwd(&self, storage: &CpuStorage, layout: &Layout) -> Result<(CpuStorage, Shape)> {
        let qkv = slice(storage, layout)?;
        let sizes = self.sizes(layout.shape())?;
        let Sizes { t, d, .. } = sizes;
        let mut p = vec![0.0; t * t];
        let mut out = vec![0.0; qkv.len() / 3];
        for (from, to) in self.starts(sizes) {
            look(&mut p, Head::of(qkv, from, sizes), sizes);
            let v = Head::of(qkv, from, sizes).v;
            multiply(&mut out[to..], d, false, Matrix::new(&p, [t, t], t), v, 1.0); // [T, dk]
        }
        Ok((CpuStorage::F32(out), (self.batch * t, d).into()))
    }

    fn bwd(&self, arg: &Tensor, _: &Tensor, gradient: &Tensor) -> Result<Option<Tensor>> {
        let sizes = self.sizes(arg.shape())?;
        let Sizes { t, d, dk } = sizes;
        let scale = 1.0 / (dk as f32).sqrt();
        let gqkv = {
            let (qkv, g) = (Floats::of(arg)?, Floats::of(gradient)?);
            let mut gqkv = vec![0.0; qkv.len()];
            // Attention is computed again: keeping it would take B·H·T² numbers a layer.
            let (mut p, mut gp) = (vec![0.0; t * t], vec![0.0; t * t]);
            for (from, to) in self.starts(sizes) {
                look(&mut p, Head::of(&qkv, from, sizes), sizes);
                let Head { q, k, v } = Head::of(&qkv, from, sizes);
                let g = Matrix::new(&g[to..], [t, dk], d);
                multiply(&mut gp, t, false, g, v.t(), 1.0); // [T, T]
                for (i, (p, gp)) in p.chunks_exact(t).zip(gp.chunks_exact_mut(t)).enumerate() {
                    let mean = dot(&p[..=i], &gp[..=i]);
                    for (gp, p) in gp.iter_mut().zip(p) {
                        *gp = p * (*gp - mean); // 0 for what comes later, as p is
                    }
                }
                let (p, gs) = (Matrix::new(&p, [t, t], t), Matrix::new(&gp, [t, t], t));
                let mut write = |part: usize, a, b, factor| {
                    multiply(&mut gqkv[from + part * d..], 3 * d, false, a, b, factor);
                };
                write(0, gs, k, scale);
                write(1, gs.t(), q, scale);
                write(2, p.t(), g, 1.0);
            }
            gqkv
        };
        Tensor::from_vec(gqkv, arg.shape(), arg.device()).map(Some)
    }
}
