//! 2.5 Parallel processing and context size
//!
//! What a pass over a text costs, how a long text is cut, and the pass itself, over a whole prompt
//! at once. The lesson is in README.md; `cargo xtask hint 2.5` helps.

use model::{Config, Model};
use ndarray::Array2;

pub mod parts;
pub use parts::{KeysValues, Past, TooLong, block, embed, logits, no_past, tokens_in};

/// How many attention scores count in a text of `tokens` tokens, in one head of one layer.
///
/// Each token looks at itself and at all before it: 1 + 2 + … + T. The result fits into a `u64`,
/// and so does everything you need on the way, up to a billion tokens; no loop is needed, and an
/// `f64` is not exact enough. No tokens, no scores.
///
/// ```
/// # use context::attention_scores;
/// assert_eq!(attention_scores(4), 10); // 1 + 2 + 3 + 4
/// assert_eq!(attention_scores(1024), 524_800);
/// ```
pub fn attention_scores(tokens: u64) -> u64 {
    tokens * (tokens + 1) / 2
}

/// The floating point operations of one forward pass over `tokens` tokens, T.
///
/// Only matrix products are counted: `[n, k]` · `[k, m]` takes 2·n·k·m operations, a
/// multiplication and an addition for each of the n·k·m terms. They are, with d = `n_embd`,
/// V = `vocab_size` and the inner width `config.inner()` (which is 4d unless the configuration
/// says otherwise):
///
/// * in each of the `n_layer` layers: queries, keys and values, `[T, d]` · `[d, 3d]`; the scores
///   of all heads together, as much as `[T, d]` · `[d, T]`; the mix of the values, `[T, T]` ·
///   `[T, d]`; the projection back, `[T, d]` · `[d, d]`; the feed-forward network,
///   `[T, d]` · `[d, inner]` and `[T, inner]` · `[inner, d]`;
/// * once, at the end: the LM head at every position, `[T, d]` · `[d, V]`.
///
/// The scores are counted in full, T·T, though the mask then hides nearly half of them. Nothing
/// else is counted: no biases, norms, softmax or GELU, and no embedding, which is a lookup.
///
/// ```
/// # use context::flops;
/// # use model::Config;
/// # let gpt2_small = Config {
/// #     n_layer: 12,
/// #     n_head: 12,
/// #     n_embd: 768,
/// #     n_positions: 1024,
/// #     vocab_size: 50257,
/// #     layer_norm_epsilon: 1e-5,
/// #     n_inner: None,
/// #     activation_function: "gelu_new".to_owned(),
/// # };
/// assert_eq!(flops(&gpt2_small, 1024), 291_648_307_200);
/// ```
pub fn flops(config: &Config, tokens: u64) -> u64 {
    let [d, inner, vocab, layers] =
        [config.n_embd, config.inner(), config.vocab_size, config.n_layer].map(|n| n as u64);
    let product = |n: u64, k: u64, m: u64| 2 * n * k * m; // [n, k] · [k, m]
    let qkv = product(tokens, d, 3 * d);
    let scores_and_mix = product(tokens, d, tokens) + product(tokens, tokens, d);
    let back = product(tokens, d, d);
    let feed_forward = product(tokens, d, inner) + product(tokens, inner, d);
    let head = product(tokens, d, vocab);
    layers * (qkv + scores_and_mix + back + feed_forward) + head
}

/// Cuts ids to what fits into `room` tokens: keeps the last ones, in their order, because what
/// comes next depends most on what was just said.
///
/// All of them when they fit; none when there is no room.
///
/// ```
/// # use context::fit;
/// assert_eq!(fit(&[1, 2, 3, 4, 5], 3), [3, 4, 5]);
/// assert_eq!(fit(&[1, 2], 3), [1, 2]);
/// ```
pub fn fit(ids: &[u32], room: usize) -> Vec<u32> {
    ids[ids.len().saturating_sub(room)..].to_vec()
}

/// Reads T new tokens in one pass: their logits `[T, V]`, and the past with them in it.
///
/// `past` holds the keys and values of the n tokens that the model has read before; for the
/// beginning of a text it is [`no_past`]. New token t stands at position n + t and sees itself and
/// every token before it, those of the past and those of `ids`: row t of the mask `[T, n + T]` is
/// true up to column n + t. Row t of the logits is what a pass over the first n + t + 1 tokens
/// gives as its last row. The past that comes back holds n + T tokens, and `past` stays as it is.
///
/// Everything else is in `parts.rs`: [`embed`] with `model.weights`, then [`block`] once for each
/// layer, first to last, with its weights in `model.weights.blocks`, its layer of the past, and
/// all T rows in one call, which is counted; then [`logits`]. No ids, no rows: `[0, V]`, and the
/// past as it was. Every id is below V, and `past` comes from the same model.
///
/// # Errors
///
/// When the text, n + T tokens, is longer than the context, `n_positions` C:
/// `Err((n + T, C))`. Exactly C tokens still fit.
///
/// ```
/// # use context::{no_past, prefill, tokens_in};
/// # let model = model::Model::load(&model::course_model_dir()).unwrap();
/// let (first, past) = prefill(&model, &no_past(&model), &[1023, 580, 579]).unwrap();
/// assert_eq!(first.dim(), (3, 1024));
/// let (second, past) = prefill(&model, &past, &[257, 418]).unwrap();
/// assert_eq!((second.dim(), tokens_in(&past)), ((2, 1024), 5));
///
/// let (whole, _) = prefill(&model, &no_past(&model), &[1023, 580, 579, 257, 418]).unwrap();
/// assert!((whole[[4, 44]] - second[[1, 44]]).abs() < 1e-3); // 4 = 3 + 1: the same token
/// assert_eq!(prefill(&model, &past, &[0; 252]).err(), Some((257, 256)));
/// ```
pub fn prefill(model: &Model, past: &Past, ids: &[u32]) -> Result<(Array2<f32>, Past), TooLong> {
    let start = tokens_in(past); // n
    let all = start + ids.len(); // S = n + T
    if all > model.config.n_positions {
        return Err((all, model.config.n_positions));
    }
    let mask = Array2::from_shape_fn((ids.len(), all), |(t, key)| key <= start + t); // [T, S]
    let mut x = embed(&model.weights, ids, start); // [T, d]
    let mut grown = Past::new();
    for (weights, before) in model.weights.blocks.iter().zip(past) {
        let (y, layer) = block(&x, &mask, before, weights, &model.config);
        x = y; // [T, d]
        grown.push(layer);
    }
    Ok((logits(&x, model), grown))
}

/// The `n` ids that greedy decoding writes after `ids`, of which there is at least one. Only the
/// new ones, exactly `n`: no id ends the text early, `<|endoftext|>` included.
///
/// Each step reads the whole text again, the ids written so far included: it cuts it with [`fit`]
/// to the context, `n_positions` tokens, reads that from position 0 with [`prefill`], and takes
/// the id with the largest logit in the last row. Of equal ones the smallest id.
///
/// ```
/// # use context::decode;
/// # let model = model::Model::load(&model::course_model_dir()).unwrap();
/// // <|endoftext|>Once upon a time
/// assert_eq!(decode(&model, &[1023, 580, 579, 257, 418], 3), [356, 283, 257]); // there was a
/// ```
pub fn decode(model: &Model, ids: &[u32], n: usize) -> Vec<u32> {
    let mut all = ids.to_vec();
    for _ in 0..n {
        let window = fit(&all, model.config.n_positions);
        let (logits, _) = prefill(model, &no_past(model), &window).expect("it is cut to fit");
        let last = logits.row(window.len() - 1); // [V]
        let mut best = 0;
        for (id, &logit) in last.iter().enumerate() {
            if logit > last[best] {
                best = id;
            }
        }
        all.push(best as u32);
    }
    all.split_off(ids.len())
}
