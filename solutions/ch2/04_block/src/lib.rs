//! 2.4 Inside the transformer block
//!
//! The lesson is in README.md; `cargo xtask hint 2.4` helps. `layer_norm` and `linear`, which
//! you know from 2.2, are given in parts.rs.

use std::f32::consts::PI;

use model::{BlockWeights, Linear};
use ndarray::{Array2, Array3, ArrayViewMut1, Axis, s};

pub mod parts;
pub use parts::{layer_norm, linear};

/// Which keys a query may look at: `[T, S]` for T queries and S keys, true = may look.
///
/// The queries are the last T of the S tokens, so query t is token S − T + t. It sees itself and
/// all tokens before it: the keys 0 to S − T + t. T is at least 1 and at most S.
///
/// ```
/// # use block::causal_mask;
/// # use ndarray::array;
/// assert_eq!(causal_mask(2, 2), array![[true, false], [true, true]]);
/// assert_eq!(causal_mask(2, 3), array![[true, true, false], [true, true, true]]);
/// ```
pub fn causal_mask(queries: usize, keys: usize) -> Array2<bool> {
    // key <= keys - queries + t, without a difference that could be negative
    Array2::from_shape_fn((queries, keys), |(t, key)| key + queries <= keys + t) // [T, S]
}

/// How much each query attends to each key: `[T, S]`, for queries `q` `[T, dk]`, keys `k`
/// `[S, dk]` and a mask `[T, S]`, true = may look.
///
/// The score of a query and a key is their dot product, divided by √dk. Where the mask is false
/// the score becomes −∞. Then softmax over each row: weights of 0 or more that add up to 1. Scores
/// may be of any finite size: before `exp`, subtract the row's largest, as in section 2.1, that is
/// the largest which may be seen. Look for it after hiding.
///
/// The mask may be any mask, not only a causal one. A row that is false everywhere gets only zeros.
///
/// ```
/// # use block::attention_weights;
/// # use ndarray::array;
/// let q = array![[0.0, 0.0, 0.0, 0.0], [2.0, 0.0, 0.0, 0.0]]; // √4 = 2
/// let k = array![[3_f32.ln(), 0.0, 0.0, 0.0], [0.0, 9.0, 0.0, 0.0]];
/// let weights = attention_weights(&q, &k, &array![[true, false], [true, true]]);
/// let expected = array![[1.0, 0.0], [0.75, 0.25]]; // row 1: of the scores ln 3 and 0
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
    for row in weights.rows_mut() {
        softmax(row);
    }
    weights
}

/// Scores `[S]` to weights. Where every score is −∞, every weight is 0.
fn softmax(mut row: ArrayViewMut1<f32>) {
    let max = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    if max == f32::NEG_INFINITY {
        row.fill(0.0);
        return;
    }
    row.mapv_inplace(|score| (score - max).exp()); // [S]
    let sum = row.sum();
    row /= sum; // [S]
}

/// Attention of one head: the values `v` `[S, dv]`, mixed by [`attention_weights`]: `[T, dv]`.
///
/// ```
/// # use block::attention;
/// # use ndarray::array;
/// let q = array![[0.0, 0.0], [0.0, 0.0]]; // all scores 0: each row is a plain mean
/// let k = array![[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]];
/// let v = array![[0.0], [2.0], [10.0]];
/// let mask = array![[true, true, false], [true, true, true]];
/// let mixed: ndarray::Array2<f32> = attention(&q, &k, &v, &mask);
/// assert!((mixed - array![[1.0], [4.0]]).iter().all(|apart| apart.abs() < 1e-5));
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
/// let x = array![[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0], [9.0, 10.0, 11.0, 12.0]];
/// let heads = array![
///     [[1.0, 2.0], [5.0, 6.0], [9.0, 10.0]],
///     [[3.0, 4.0], [7.0, 8.0], [11.0, 12.0]],
/// ];
/// assert_eq!(split_heads(&x, 2), heads);
/// ```
pub fn split_heads(x: &Array2<f32>, heads: usize) -> Array3<f32> {
    let (t, d) = x.dim();
    let dk = d / heads;
    Array3::from_shape_fn((heads, t, dk), |(h, t, i)| x[[t, h * dk + i]]) // [H, T, dk]
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
    Array2::from_shape_fn((t, heads * dk), |(t, c)| x[[c / dk, t, c % dk]]) // [T, d]
}

/// GELU in its tanh form, as GPT-2 has it:
/// x/2 · (1 + tanh(√(2/π) · (x + 0.044715·x³))).
///
/// Far from 0 it is x itself on the right and 0 on the left: `gelu(100.0)` is 100 and
/// `gelu(-100.0)` is 0.
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
/// How wide it is inside, `up` says: 4d in GPT-2, but any width will do. The residual is not
/// added here.
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
/// 1. `ln_1`; `attn.c_attn` gives queries, keys and values side by side, `[T, 3d]`; each of the
///    three is split into `heads`; causal attention in each head; the heads are merged;
///    `attn.c_proj`; add to `x`.
/// 2. `ln_2` of that sum; the feed-forward network, `mlp.c_fc` up and `mlp.c_proj` down; add to
///    that sum.
///
/// `epsilon` is the ε of both norms.
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
    let BlockWeights { ln_1, attn, ln_2, mlp } = weights;
    let qkv = linear(&layer_norm(x, ln_1, epsilon), &attn.c_attn); // [T, 3d]
    let x = x + &linear(&causal_attention(&qkv, heads), &attn.c_proj); // [T, d]
    let change = feed_forward(&layer_norm(&x, ln_2, epsilon), &mlp.c_fc, &mlp.c_proj); // [T, d]
    x + change // [T, d]
}

/// Causal attention in all heads: queries, keys and values `[T, 3d]` to `[T, d]`.
fn causal_attention(qkv: &Array2<f32>, heads: usize) -> Array2<f32> {
    let (t, d) = (qkv.nrows(), qkv.ncols() / 3);
    let mask = causal_mask(t, t); // [T, T]
    let part = |i: usize| split_heads(&qkv.slice(s![.., i * d..(i + 1) * d]).to_owned(), heads);
    let (q, k, v) = (part(0), part(1), part(2)); // [H, T, dk]
    let mut mixed = Array3::zeros(v.dim()); // [H, T, dk]
    for h in 0..heads {
        let head = |x: &Array3<f32>| x.index_axis(Axis(0), h).to_owned(); // [T, dk]
        let of_head = attention(&head(&q), &head(&k), &head(&v), &mask); // [T, dk]
        mixed.index_axis_mut(Axis(0), h).assign(&of_head);
    }
    merge_heads(&mixed) // [T, d]
}
