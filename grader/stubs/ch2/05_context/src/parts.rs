//! What sections 2.2 and 2.4 taught, for `prefill` to use. Not yours to edit.
//!
//! What is new against 2.4: a block can go on where an earlier one stopped. Of the tokens before,
//! attention needs their keys and their values, and nothing else. And [`block`] counts how often it
//! is called: one pass calls it once in each layer.

use std::cell::Cell;
use std::f32::consts::PI;

use model::{BlockWeights, Config, Linear, Model, Norm, Weights};
use ndarray::{Array2, Axis, concatenate, s};

/// The keys and the values that one layer has made of n tokens, both `[n, d]`, heads side by side.
pub type KeysValues = (Array2<f32>, Array2<f32>);

/// What a model knows of the n tokens read so far: the keys and values of each layer.
pub type Past = Vec<KeysValues>;

/// A text is too long: how many tokens it has, and how many the context holds.
pub type TooLong = (usize, usize);

thread_local! {
    static CALLS: Cell<(usize, usize)> = const { Cell::new((0, 0)) };
}

/// The past before the first token: L pairs of `[0, d]`.
///
/// ```
/// # use model::Model;
/// # let model = Model::load(&model::course_model_dir()).unwrap();
/// let past = context::no_past(&model);
/// assert_eq!(past.len(), model.config.n_layer);
/// assert_eq!(context::tokens_in(&past), 0);
/// ```
pub fn no_past(model: &Model) -> Past {
    let nothing = || Array2::zeros((0, model.config.n_embd)); // [0, d]
    (0..model.config.n_layer).map(|_| (nothing(), nothing())).collect()
}

/// How many tokens have been read, n: the position of the next one.
pub fn tokens_in(past: &Past) -> usize {
    let (keys, _) = past.first().expect("a past has a pair for each layer: begin with no_past");
    keys.nrows()
}

/// The vectors of T tokens, the first of which stands at position `start`: its row of the
/// embedding table plus the row of its position. `[T, d]`.
pub fn embed(weights: &Weights, ids: &[u32], start: usize) -> Array2<f32> {
    let positions = weights.wpe.nrows();
    let mut x = Array2::zeros((ids.len(), weights.wte.ncols())); // [T, d]
    for (t, &id) in ids.iter().enumerate() {
        let position = start + t;
        assert!(position < positions, "there is no position {position}: the table has {positions}");
        let sum = &weights.wte.row(id as usize) + &weights.wpe.row(position); // [d]
        x.row_mut(t).assign(&sum);
    }
    x
}

/// One transformer block on T new tokens, `x` `[T, d]`, after n tokens of which `past` has the
/// keys and values. Gives x as it leaves the block, `[T, d]`, and the keys and values of all
/// S = n + T tokens.
///
/// `mask` is `[T, S]`: whether new token t may look at token s of the whole text. A token that may
/// look at none takes nothing from any. The call and its T rows are counted.
pub fn block(
    x: &Array2<f32>,
    mask: &Array2<bool>,
    past: &KeysValues,
    weights: &BlockWeights,
    config: &Config,
) -> (Array2<f32>, KeysValues) {
    CALLS.set((CALLS.get().0 + 1, CALLS.get().1 + x.nrows()));
    let (d, epsilon) = (config.n_embd, config.layer_norm_epsilon);
    let qkv = linear(&layer_norm(x, &weights.ln_1, epsilon), &weights.attn.c_attn); // [T, 3d]
    let grown = |old: &Array2<f32>, i: usize| {
        let new = qkv.slice(s![.., i * d..(i + 1) * d]); // [T, d]
        concatenate(Axis(0), &[old.view(), new]).expect("all rows are d wide") // [S, d]
    };
    let (keys, values) = (grown(&past.0, 1), grown(&past.1, 2)); // [S, d]
    let (new, all) = (x.nrows(), keys.nrows());
    assert!(
        mask.dim() == (new, all),
        "the mask is {:?}; for {new} new tokens in a text of {all} it has to be [{new}, {all}]",
        mask.shape(),
    );

    let dk = config.head_dim();
    let mut mixed = Array2::zeros(x.dim()); // [T, d]
    for head in 0..config.n_head {
        let columns = s![.., head * dk..(head + 1) * dk];
        let scores = qkv.slice(columns).dot(&keys.slice(columns).t()); // [T, S]
        let attended = attention_weights(scores, mask, dk).dot(&values.slice(columns)); // [T, dk]
        mixed.slice_mut(columns).assign(&attended);
    }
    let x = x + &linear(&mixed, &weights.attn.c_proj); // [T, d]
    let inner = linear(&layer_norm(&x, &weights.ln_2, epsilon), &weights.mlp.c_fc); // [T, 4d]
    let x = x + linear(&inner.mapv_into(gelu), &weights.mlp.c_proj); // [T, d]
    (x, (keys, values))
}

/// How often [`block`] was called since this was last asked, and for how many rows in all.
pub fn blocks_called() -> (usize, usize) {
    CALLS.take()
}

/// The final norm and the LM head: x as it leaves the last block, `[T, d]`, to logits `[T, V]`.
pub fn logits(x: &Array2<f32>, model: &Model) -> Array2<f32> {
    let normed = layer_norm(x, &model.weights.ln_f, model.config.layer_norm_epsilon); // [T, d]
    normed.dot(&model.weights.wte.t()) // [T, d] · [d, V] = [T, V]
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
pub fn linear(x: &Array2<f32>, linear: &Linear) -> Array2<f32> {
    x.dot(&linear.weight) + &linear.bias // [T, in] · [in, out] = [T, out]
}

/// Dot products of queries and keys `[T, S]` to weights: divided by √dk, −∞ where the mask says
/// no, softmax along each row.
fn attention_weights(mut scores: Array2<f32>, mask: &Array2<bool>, dk: usize) -> Array2<f32> {
    scores /= (dk as f32).sqrt();
    scores.zip_mut_with(mask, |score, &may_look| {
        if !may_look {
            *score = f32::NEG_INFINITY;
        }
    });
    for mut row in scores.rows_mut() {
        let max = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        if max == f32::NEG_INFINITY {
            row.fill(0.0);
            continue;
        }
        row.mapv_inplace(|score| (score - max).exp()); // [S]
        let sum = row.sum();
        row /= sum; // [S]
    }
    scores
}

fn gelu(x: f32) -> f32 {
    0.5 * x * (1.0 + ((2.0 / PI).sqrt() * (x + 0.044715 * x * x * x)).tanh())
}
