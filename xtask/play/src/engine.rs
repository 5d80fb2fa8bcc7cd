//! The forward pass, put together from the functions of the sections.

use model::{Model, Weights};
use ndarray::{Array2, Array3, Axis, s};

use crate::guarded::{Trouble, block, embedding, forward, position};

/// The keys and values of the tokens before, layer by layer.
pub trait Past {
    /// How many tokens came before.
    fn len(&self) -> usize;

    /// Takes in the keys and values `[T, d]` of the new tokens in a layer, and gives those of
    /// all S tokens, the new ones last: `[S, d]` both.
    fn add(
        &mut self,
        layer: usize,
        k: Array2<f32>,
        v: Array2<f32>,
    ) -> Result<(&Array2<f32>, &Array2<f32>), Trouble>;
}

/// No past: the tokens given are all there are.
#[derive(Default)]
pub struct NoPast {
    now: (Array2<f32>, Array2<f32>),
}

impl Past for NoPast {
    fn len(&self) -> usize {
        0
    }

    fn add(
        &mut self,
        _: usize,
        k: Array2<f32>,
        v: Array2<f32>,
    ) -> Result<(&Array2<f32>, &Array2<f32>), Trouble> {
        self.now = (k, v);
        Ok((&self.now.0, &self.now.1))
    }
}

/// Looks on while the model computes.
pub trait Observer {
    /// The stream `[T, d]`: before the first block (0), after each block (1 to L), and after the
    /// last norm (L + 1).
    fn stream(&mut self, _step: usize, _x: &Array2<f32>) {}

    /// So many rows of keys and values were computed in a layer.
    fn projected(&mut self, _layer: usize, _rows: usize) {}

    /// The queries and keys `[H, T, dk]`, `[H, S, dk]` of a layer, and the mask `[T, S]`.
    fn heads(
        &mut self,
        _layer: usize,
        _q: &Array3<f32>,
        _k: &Array3<f32>,
        _mask: &Array2<bool>,
    ) -> Result<(), Trouble> {
        Ok(())
    }
}

/// Nobody looks on.
pub struct Nobody;

impl Observer for Nobody {}

/// ids `[T]` that come after `past` → the stream after the last norm, `[T, d]`.
pub fn forward(
    model: &Model,
    ids: &[u32],
    past: &mut impl Past,
    seen: &mut impl Observer,
) -> Result<Array2<f32>, Trouble> {
    let Weights { wte, wpe, blocks, ln_f } = &model.weights;
    let (heads, epsilon) = (model.config.n_head, model.config.layer_norm_epsilon);
    let start = past.len();
    let mask = block::causal_mask(ids.len(), start + ids.len())?; // [T, S]
    let x = embedding::embed(wte, ids)?; // [T, d]
    let mut x = position::add_positions(&x, wpe, start)?; // [T, d]
    seen.stream(0, &x);
    for (layer, weights) in blocks.iter().enumerate() {
        let normed = forward::layer_norm(&x, &weights.ln_1, epsilon)?; // [T, d]
        let qkv = forward::linear(&normed, &weights.attn.c_attn)?; // [T, 3d]
        let [q, k, v] = thirds(&qkv); // [T, d] each
        seen.projected(layer, k.nrows());
        let (k, v) = past.add(layer, k, v)?; // [S, d] each
        let q = block::split_heads(&q, heads)?; // [H, T, dk]
        let k = block::split_heads(k, heads)?; // [H, S, dk]
        let v = block::split_heads(v, heads)?; // [H, S, dk]
        seen.heads(layer, &q, &k, &mask)?;
        let mixed = attention(&q, &k, &v, &mask)?; // [T, d]
        let change = forward::linear(&mixed, &weights.attn.c_proj)?; // [T, d]
        x = forward::residual(&x, &change)?; // [T, d]
        let normed = forward::layer_norm(&x, &weights.ln_2, epsilon)?; // [T, d]
        let mlp = &weights.mlp;
        let change = block::feed_forward(&normed, &mlp.c_fc, &mlp.c_proj)?; // [T, d]
        x = forward::residual(&x, &change)?; // [T, d]
        seen.stream(layer + 1, &x);
    }
    let x = forward::layer_norm(&x, ln_f, epsilon)?; // [T, d]
    seen.stream(blocks.len() + 1, &x);
    Ok(x)
}

/// `[T, 3d]` → three times `[T, d]`: queries, keys and values lie side by side.
fn thirds(qkv: &Array2<f32>) -> [Array2<f32>; 3] {
    let d = qkv.ncols() / 3;
    [0, 1, 2].map(|i| qkv.slice(s![.., i * d..(i + 1) * d]).to_owned())
}

/// Each head by itself, then side by side again: q `[H, T, dk]`, k and v `[H, S, dk]` →
/// `[T, d]`.
fn attention(
    q: &Array3<f32>,
    k: &Array3<f32>,
    v: &Array3<f32>,
    mask: &Array2<bool>,
) -> Result<Array2<f32>, Trouble> {
    let mut mixed = Array3::zeros(q.raw_dim()); // [H, T, dk]
    for (head, mut place) in mixed.outer_iter_mut().enumerate() {
        let of = |x: &Array3<f32>| x.index_axis(Axis(0), head).to_owned();
        place.assign(&block::attention(&of(q), &of(k), &of(v), mask)?);
    }
    block::merge_heads(&mixed)
}

/// The logits `[V]` after the last token of the stream `[T, d]`.
///
/// Only the last row goes through the head: of the others nobody asks, and with 50,257 tokens
/// the head is the largest matrix there is.
#[cfg(any(feature = "next", feature = "write"))]
pub fn last_logits(model: &Model, stream: &Array2<f32>) -> Result<Vec<f32>, Trouble> {
    use crate::guarded::output;
    let last = stream.slice(s![-1.., ..]).to_owned(); // [1, d]
    let logits = embedding::scores(&model.weights.wte, &last)?; // [1, V]
    output::last_row(&logits)
}
