//! Only the scores that the mask lets through
//!
//! This is what you get when the scores, or the mix, are counted as T(T + 1)/2. The product computes
//! the whole square, T·T, and the mask then throws nearly half away: count what is computed.

use model::{Config, Model};

pub fn flops(config: &Config, tokens: u64) -> u64 {
    let [d, inner, vocab, layers] =
        [config.n_embd, config.inner(), config.vocab_size, config.n_layer].map(|n| n as u64);
    let heads = config.n_head as u64;
    let product = |n: u64, k: u64, m: u64| 2 * n * k * m;
    let qkv = product(tokens, d, 3 * d);
    let scores_and_mix = 2 * d * (tokens * (tokens + 1) / 2) + product(tokens, tokens, d);
    let back = product(tokens, d, d);
    let feed_forward = product(tokens, d, inner) + product(tokens, inner, d);
    let head = product(tokens, d, vocab);
    layers * (qkv + scores_and_mix + back + feed_forward) + head
}
