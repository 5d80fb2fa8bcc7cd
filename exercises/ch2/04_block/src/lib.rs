//! 2.4 Inside the transformer block
//!
//! The lesson is in README.md; `cargo xtask hint 2.4` helps. `layer_norm` and `linear`, which
//! you know from 2.2, are given in parts.rs.

use model::{BlockWeights, Linear};
use ndarray::{Array2, Array3};

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
    todo!("say for each of {queries} queries which of {keys} keys it may look at")
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
    todo!("score the queries {q} with the keys {k}, apply the mask {mask}, softmax each row")
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
    todo!("weigh the keys {k} for the queries {q} under {mask}, and mix the values {v}")
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
    todo!("split the columns of {x} into {heads} heads")
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
    todo!("put the heads {x} side by side")
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
    todo!("the GELU of {x}, in its tanh form")
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
    todo!("send {x} up through {up:?}, through gelu, and down through {down:?}")
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
    todo!("send {x} through {weights:?} with {heads} heads and ε {epsilon}")
}
