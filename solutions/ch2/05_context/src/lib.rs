//! 2.5 Parallel processing and context size
//!
//! The lesson is in README.md; `cargo xtask hint 2.5` helps.

use model::Config;

/// How many attention scores count in a text of `tokens` tokens, in one head of one layer.
///
/// Each token looks at itself and at those before: 1 + 2 + ... + T.
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
/// Counted as nanoGPT does: matrix products only. `[n, k]` · `[k, m]` takes 2·n·k·m operations:
/// a multiplication and an addition for each of the n·k·m terms. In each layer: the projection
/// to queries, keys and values (d to 3d), the scores and the mixing of the values (T·T·d terms
/// each, all heads together), the projection back (d to d), the feed-forward network (d to
/// `config.inner()`, and back). At the end the LM head (d to V) at every position. The scores
/// are counted as computed, in full, though the mask then hides nearly half. Norms, biases,
/// softmax and GELU are left out: they are below one in a hundred.
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
    let projections = d * 3 * d + d * d;
    let scores_and_mix = 2 * tokens * d;
    let feed_forward = 2 * d * inner;
    let head = d * vocab;
    // Everything is once for each token.
    2 * tokens * (layers * (projections + scores_and_mix + feed_forward) + head)
}

/// Cuts ids to what fits into `room` tokens: keeps the last ones, because what comes next depends
/// most on what was just said. All of them when they fit; none when there is no room.
///
/// ```
/// # use context::fit;
/// assert_eq!(fit(&[1, 2, 3, 4, 5], 3), [3, 4, 5]);
/// assert_eq!(fit(&[1, 2], 3), [1, 2]);
/// ```
pub fn fit(ids: &[u32], room: usize) -> Vec<u32> {
    ids[ids.len().saturating_sub(room)..].to_vec()
}
