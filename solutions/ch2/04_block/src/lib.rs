//! 2.4 Inside the transformer block
//!
//! The lesson is in README.md; `cargo xtask hint 2.4` helps.

use std::f32::consts::PI;

use model::{BlockWeights, Linear};
use ndarray::{Array2, Array3, Axis, s};

pub mod parts;
pub use parts::{layer_norm, linear};

/// Which keys a query may look at: `[T, S]` for T queries and S keys, true = may look.
///
/// The queries are the last T of the S tokens, so query t is token S − T + t, and it sees itself
/// and all tokens before: keys 0 to S − T + t. T is at most S; T = S is the triangle.
///
/// ```
/// # use block::causal_mask;
/// # use ndarray::array;
/// assert_eq!(causal_mask(2, 3), array![[true, true, false], [true, true, true]]);
/// ```
pub fn causal_mask(queries: usize, keys: usize) -> Array2<bool> {
    Array2::from_shape_fn((queries, keys), |(t, key)| key + queries <= keys + t) // [T, S]
}

/// How much each query attends to each key: `[T, S]`, for queries `q` `[T, dk]`, keys `k`
/// `[S, dk]` and a mask `[T, S]`.
///
/// The score of a query and a key is their dot product, divided by √dk. Where the mask is false
/// the score becomes −∞. Then softmax over each row: weights of 0 or more that add up to 1. A row
/// whose mask is false everywhere gets only zeros.
///
/// ```
/// # use block::{attention_weights, causal_mask};
/// # use ndarray::array;
/// let q = array![[0.0, 0.0, 0.0, 0.0], [2.0, 0.0, 0.0, 0.0]]; // √4 = 2
/// let k = array![[3_f32.ln(), 0.0, 0.0, 0.0], [0.0, 9.0, 0.0, 0.0]];
/// let weights = attention_weights(&q, &k, &causal_mask(2, 2));
/// let expected = array![[1.0, 0.0], [0.75, 0.25]]; // scores ln 3 and 0
/// assert!((weights - expected).iter().all(|apart: &f32| apart.abs() < 1e-6));
/// ```
pub fn attention_weights(q: &Array2<f32>, k: &Array2<f32>, mask: &Array2<bool>) -> Array2<f32> {
    let mut weights = q.dot(&k.t()); // [T, dk] · [dk, S] = [T, S]
    weights /= (q.ncols() as f32).sqrt();
    weights.zip_mut_with(mask, |score, &may_look| {
        if !may_look {
            *score = f32::NEG_INFINITY;
        }
    });
    for mut row in weights.rows_mut() {
        let max = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        if max == f32::NEG_INFINITY {
            row.fill(0.0);
            continue;
        }
        row.mapv_inplace(|score| (score - max).exp()); // [S]
        let sum = row.sum();
        row /= sum; // [S]
    }
    weights
}

/// Attention of one head: the values `v` `[S, dv]`, mixed by [`attention_weights`]: `[T, dv]`.
///
/// ```
/// # use block::{attention, causal_mask};
/// # use ndarray::array;
/// let q = array![[0.0, 0.0], [0.0, 0.0]]; // no preference: each row is a plain mean
/// let k = array![[1.0, 2.0], [3.0, 4.0], [5.0, 6.0], [7.0, 8.0]];
/// let v = array![[0.0], [2.0], [4.0], [10.0]];
/// assert_eq!(attention(&q, &k, &v, &causal_mask(2, 4)), array![[2.0], [4.0]]);
/// ```
pub fn attention(
    q: &Array2<f32>,
    k: &Array2<f32>,
    v: &Array2<f32>,
    mask: &Array2<bool>,
) -> Array2<f32> {
    attention_weights(q, k, mask).dot(v) // [T, S] · [S, dv] = [T, dv]
}

/// Splits rows `[T, d]` into heads: `[H, T, dk]` with dk = d/H. Head h gets the columns h·dk to
/// (h + 1)·dk − 1 of every row. H divides d.
///
/// ```
/// # use block::split_heads;
/// # use ndarray::array;
/// let x = array![[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]].mapv(|n| n as f32);
/// let heads = split_heads(&x, 2);
/// assert_eq!(heads.shape(), [2, 3, 2]);
/// assert_eq!(heads.index_axis(ndarray::Axis(0), 1), array![[3.0, 4.0], [7.0, 8.0], [11.0, 12.0]]);
/// ```
pub fn split_heads(x: &Array2<f32>, heads: usize) -> Array3<f32> {
    let (t, d) = x.dim();
    let x = x.to_shape((t, heads, d / heads)).expect("H divides d"); // [T, H, dk]
    x.view().permuted_axes([1, 0, 2]).as_standard_layout().into_owned() // [H, T, dk]
}

/// Puts heads `[H, T, dk]` side by side again: `[T, d]` with d = H·dk. Undoes [`split_heads`].
///
/// ```
/// # use block::merge_heads;
/// # use ndarray::array;
/// let heads = array![[[1.0, 2.0], [5.0, 6.0]], [[3.0, 4.0], [7.0, 8.0]]];
/// assert_eq!(merge_heads(&heads), array![[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]);
/// ```
pub fn merge_heads(x: &Array3<f32>) -> Array2<f32> {
    let (heads, t, dk) = x.dim();
    let rows = x.view().permuted_axes([1, 0, 2]).as_standard_layout().into_owned(); // [T, H, dk]
    rows.into_shape_with_order((t, heads * dk)).expect("as many numbers as before") // [T, d]
}

/// GELU in its tanh form, as GPT-2 has it:
/// x/2 · (1 + tanh(√(2/π) · (x + 0.044715·x³))).
///
/// ```
/// # use block::gelu;
/// assert!((gelu(1.0) - 0.841192).abs() < 1e-6);
/// assert!((gelu(-1.0) + 0.158808).abs() < 1e-6);
/// ```
pub fn gelu(x: f32) -> f32 {
    0.5 * x * (1.0 + ((2.0 / PI).sqrt() * (x + 0.044715 * x * x * x)).tanh())
}

/// The feed-forward network: `x` `[T, d]` up to `[T, 4d]`, [`gelu`] of each number, and down
/// again: `[T, d]`. Each row by itself.
///
/// ```
/// # use block::feed_forward;
/// # use model::Linear;
/// # use ndarray::array;
/// let up = Linear { weight: array![[1.0, -1.0]], bias: array![0.0, 0.0] };
/// let down = Linear { weight: array![[1.0], [1.0]], bias: array![10.0] };
/// let y = feed_forward(&array![[1.0]], &up, &down); // gelu(1) + gelu(−1) + 10
/// assert!((y[[0, 0]] - 10.682384).abs() < 1e-5);
/// ```
pub fn feed_forward(x: &Array2<f32>, up: &Linear, down: &Linear) -> Array2<f32> {
    let inner = linear(x, up).mapv_into(gelu); // [T, 4d]
    linear(&inner, down) // [T, d]
}

/// One transformer block: `x` `[T, d]` to `[T, d]`, T tokens from the start of a text.
///
/// Twice the same: norm first, then the work, and the result is added to what came in.
///
/// 1. `ln_1`; `attn.c_attn` gives queries, keys and values side by side, `[T, 3d]`; each is split
///    into `heads`; causal attention in each head; the heads are merged; `attn.c_proj`; add.
/// 2. `ln_2`; the feed-forward network, `mlp.c_fc` up and `mlp.c_proj` down; add.
///
/// `epsilon` is the norms' ε.
///
/// ```
/// # use block::block;
/// # use model::{AttnWeights, BlockWeights, Linear, MlpWeights, Norm};
/// # use ndarray::{Array1, Array2, array};
/// # let norm = || Norm { weight: Array1::ones(2), bias: Array1::zeros(2) };
/// # let zeros = |n, m| Linear { weight: Array2::zeros((n, m)), bias: Array1::zeros(m) };
/// // All weights zero except a bias: every row gets it, and keeps what it was.
/// let mut weights = BlockWeights {
///     ln_1: norm(),
///     attn: AttnWeights { c_attn: zeros(2, 6), c_proj: zeros(2, 2) },
///     ln_2: norm(),
///     mlp: MlpWeights { c_fc: zeros(2, 8), c_proj: zeros(8, 2) },
/// };
/// weights.attn.c_proj.bias = array![0.5, 0.0];
/// let x = array![[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]];
/// assert_eq!(block(&x, &weights, 1, 1e-5), array![[1.5, 2.0], [3.5, 4.0], [5.5, 6.0]]);
/// ```
pub fn block(x: &Array2<f32>, weights: &BlockWeights, heads: usize, epsilon: f32) -> Array2<f32> {
    let attn = &weights.attn;
    let qkv = linear(&layer_norm(x, &weights.ln_1, epsilon), &attn.c_attn); // [T, 3d]
    let x = x + &linear(&causal_attention(&qkv, heads), &attn.c_proj); // [T, d]
    let mlp = &weights.mlp;
    let normed = layer_norm(&x, &weights.ln_2, epsilon); // [T, d]
    x + &feed_forward(&normed, &mlp.c_fc, &mlp.c_proj) // [T, d]
}

/// Causal attention in all heads: queries, keys and values `[T, 3d]` to `[T, d]`.
fn causal_attention(qkv: &Array2<f32>, heads: usize) -> Array2<f32> {
    let (t, d) = (qkv.nrows(), qkv.ncols() / 3);
    let mask = causal_mask(t, t); // [T, T]
    let part = |i: usize| split_heads(&qkv.slice(s![.., i * d..(i + 1) * d]).to_owned(), heads);
    let (q, k, v) = (part(0), part(1), part(2)); // [H, T, dk]
    let mut mixed = Array3::zeros(v.dim()); // [H, T, dk]
    for (h, mut mixed) in mixed.outer_iter_mut().enumerate() {
        let head = |x: &Array3<f32>| x.index_axis(Axis(0), h).to_owned(); // [T, dk]
        mixed.assign(&attention(&head(&q), &head(&k), &head(&v), &mask));
    }
    merge_heads(&mixed) // [T, d]
}
