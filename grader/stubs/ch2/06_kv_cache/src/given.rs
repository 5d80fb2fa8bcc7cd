//! What earlier sections taught, for yours to use. Not yours to edit.
//!
//! [`project`] counts the rows that go through it: work is counted here, never timed.

use std::cell::RefCell;
use std::f32::consts::PI;

use model::{Linear, MlpWeights, Norm, Weights};
use ndarray::{Array2, ArrayView2, Axis, concatenate, s};

thread_local! {
    static ROWS: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

/// The rows `[T, d]` that go into the first layer: for each id its row of the token table, plus
/// the row of the position table for its position. The first id stands at position `first`.
pub fn embed(ids: &[u32], first: usize, weights: &Weights) -> Array2<f32> {
    let d = weights.wte.ncols();
    // [T, d]
    Array2::from_shape_fn((ids.len(), d), |(t, i)| {
        weights.wte[[ids[t] as usize, i]] + weights.wpe[[first + t, i]]
    })
}

/// Layer norm of each row of `x` `[T, d]`: `[T, d]`.
pub fn layer_norm(x: &Array2<f32>, norm: &Norm, epsilon: f32) -> Array2<f32> {
    let d = x.ncols() as f32;
    let mut y = x.clone(); // [T, d]
    for mut row in y.rows_mut() {
        let mean = row.sum() / d;
        row -= mean; // [d]
        let variance = row.dot(&row) / d;
        row /= (variance + epsilon).sqrt(); // [d]
    }
    y * &norm.weight + &norm.bias // [T, d]
}

/// A linear layer on `x` `[T, in]`: `[T, out]`.
pub fn linear(x: &Array2<f32>, layer: &Linear) -> Array2<f32> {
    x.dot(&layer.weight) + &layer.bias // [T, in] · [in, out] = [T, out]
}

/// The queries, keys and values, in this order and each `[T, d]`, of normed rows `x` `[T, d]` in
/// layer `layer`. Its T rows are counted.
pub fn project(
    x: &Array2<f32>,
    layer: usize,
    weights: &Weights,
) -> (Array2<f32>, Array2<f32>, Array2<f32>) {
    ROWS.with_borrow_mut(|rows| {
        rows.resize(rows.len().max(layer + 1), 0);
        rows[layer] += x.nrows();
    });
    let qkv = linear(x, &weights.blocks[layer].attn.c_attn); // [T, 3d]
    let part = |i: usize| qkv.slice(s![.., i * x.ncols()..(i + 1) * x.ncols()]).to_owned();
    (part(0), part(1), part(2)) // three times [T, d]
}

/// How many rows have gone through [`project`] in each layer since this was last asked.
pub fn rows_projected() -> Vec<usize> {
    ROWS.take()
}

/// The heads of `x` `[T, d]`: H times `[T, dk]`, with dk = d/H. They are views; nothing is copied.
///
/// ```
/// # use kv_cache::given::split_heads;
/// # use ndarray::array;
/// let x = array![[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]];
/// assert_eq!(split_heads(&x, 2)[1], array![[3.0, 4.0], [7.0, 8.0]]);
/// ```
pub fn split_heads(x: &Array2<f32>, heads: usize) -> Vec<ArrayView2<'_, f32>> {
    x.axis_chunks_iter(Axis(1), x.ncols() / heads).collect()
}

/// Puts heads, H times `[T, dk]`, side by side again: `[T, d]`. Undoes [`split_heads`].
pub fn merge_heads(heads: &[Array2<f32>]) -> Array2<f32> {
    let views: Vec<_> = heads.iter().map(|head| head.view()).collect();
    concatenate(Axis(1), &views).expect("heads of the same T") // [T, d]
}

/// Causal attention of one head: queries `q` `[T, dk]`, keys `k` and values `v` `[n, dk]`, to
/// `[T, dk]`.
///
/// The keys stand at positions 0 to n − 1, the queries from position `first` on: query t at
/// `first` + t, from where it sees the keys 0 to `first` + t.
///
/// ```
/// # use kv_cache::given::attention;
/// # use ndarray::array;
/// let (k, v) = (array![[0.0], [0.0], [0.0]], array![[2.0], [4.0], [9.0]]); // no preference
/// let q = array![[1.0], [1.0]];
/// assert_eq!(attention(q.view(), k.view(), v.view(), 0), array![[2.0], [3.0]]);
/// assert_eq!(attention(q.view(), k.view(), v.view(), 1), array![[3.0], [5.0]]);
/// ```
pub fn attention(
    q: ArrayView2<'_, f32>,
    k: ArrayView2<'_, f32>,
    v: ArrayView2<'_, f32>,
    first: usize,
) -> Array2<f32> {
    let mut weights = q.dot(&k.t()) / (q.ncols() as f32).sqrt(); // [T, dk] · [dk, n] = [T, n]
    for (t, mut row) in weights.outer_iter_mut().enumerate() {
        let seen = (first + t + 1).min(row.len());
        row.slice_mut(s![seen..]).fill(f32::NEG_INFINITY);
        let max = row.fold(f32::NEG_INFINITY, |max, &score| max.max(score));
        row.mapv_inplace(|score| (score - max).exp()); // [n]
        let sum = row.sum();
        row /= sum; // [n]
    }
    weights.dot(&v) // [T, n] · [n, dk] = [T, dk]
}

/// The feed-forward network with GELU in its tanh form, each row of `x` `[T, d]` by itself:
/// `[T, d]`.
pub fn feed_forward(x: &Array2<f32>, mlp: &MlpWeights) -> Array2<f32> {
    let root = (2.0 / PI).sqrt();
    let gelu = |x: f32| 0.5 * x * (1.0 + (root * (x + 0.044715 * x * x * x)).tanh());
    let inner = linear(x, &mlp.c_fc).mapv_into(gelu); // [T, 4d]
    linear(&inner, &mlp.c_proj) // [T, d]
}

/// The logits `[V]` after the last row of `x` `[T, d]`: the last norm, then the LM head.
pub fn logits(x: &Array2<f32>, weights: &Weights, epsilon: f32) -> Vec<f32> {
    let last = x.slice(s![-1.., ..]).to_owned(); // [1, d]
    let normed = layer_norm(&last, &weights.ln_f, epsilon); // [1, d]
    weights.wte.dot(&normed.row(0)).to_vec() // [V, d] · [d] = [V]
}
