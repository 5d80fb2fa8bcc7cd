//! The transformer block, as section 2.4 will teach it. Not yours to edit.
//!
//! Its norms, its linear layers and its residual connections are yours: it calls the functions
//! of `lib.rs`.

use std::f32::consts::PI;

use model::{AttnWeights, BlockWeights, MlpWeights};
use ndarray::{Array2, s};

use crate::{layer_norm, linear, residual};

/// One transformer block: the stream `x` `[T, d]`, and what it is after the block, `[T, d]`.
///
/// `heads` is `config.n_head`, `epsilon` is `config.layer_norm_epsilon`.
pub fn block(x: &Array2<f32>, weights: &BlockWeights, heads: usize, epsilon: f32) -> Array2<f32> {
    let normed = layer_norm(x, &weights.ln_1, epsilon); // [T, d]
    let x = residual(x, &attention(&normed, &weights.attn, heads)); // [T, d]
    let normed = layer_norm(&x, &weights.ln_2, epsilon); // [T, d]
    residual(&x, &feed_forward(&normed, &weights.mlp)) // [T, d]
}

/// What each token takes over from itself and the tokens before it: `[T, d]` to `[T, d]`.
fn attention(x: &Array2<f32>, weights: &AttnWeights, heads: usize) -> Array2<f32> {
    let (t, d) = x.dim();
    let dk = d / heads;
    let qkv = linear(x, &weights.c_attn); // [T, 3d]: queries, keys and values
    let mut mixed = Array2::zeros((t, d)); // [T, d]
    for head in 0..heads {
        let part = |i: usize| qkv.slice(s![.., i * d + head * dk..i * d + (head + 1) * dk]);
        let (q, k, v) = (part(0), part(1), part(2)); // [T, dk] each
        let mut weights = q.dot(&k.t()) / (dk as f32).sqrt(); // [T, T]
        causal_softmax(&mut weights);
        mixed.slice_mut(s![.., head * dk..(head + 1) * dk]).assign(&weights.dot(&v));
    }
    linear(&mixed, &weights.c_proj) // [T, d]
}

/// Turns scores `[T, T]` into weights: row t adds up to 1, and is 0 after column t.
fn causal_softmax(scores: &mut Array2<f32>) {
    for (t, mut row) in scores.rows_mut().into_iter().enumerate() {
        row.slice_mut(s![t + 1..]).fill(0.0);
        let mut seen = row.slice_mut(s![..=t]);
        let max = seen.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        seen.mapv_inplace(|score| (score - max).exp());
        let sum = seen.sum();
        seen /= sum;
    }
}

/// What each token works out by itself: `[T, d]` up to `[T, 4d]`, GELU, and down to `[T, d]`.
fn feed_forward(x: &Array2<f32>, weights: &MlpWeights) -> Array2<f32> {
    let inner = linear(x, &weights.c_fc).mapv_into(gelu); // [T, 4d]
    linear(&inner, &weights.c_proj) // [T, d]
}

/// GELU in its tanh form, GPT-2's activation.
fn gelu(x: f32) -> f32 {
    0.5 * x * (1.0 + ((2.0 / PI).sqrt() * (x + 0.044715 * x * x * x)).tanh())
}
