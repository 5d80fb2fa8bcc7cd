//! One norm a block
//!
//! A block was counted with one norm. It has two: one before attention, one before the
//! feed-forward network.

use model::{Config, Linear, Norm, Weights};

pub fn parameters(config: &Config) -> usize {
    let (d, inner) = (config.n_embd, config.inner());
    let linear = |input: usize, output: usize| input * output + output;
    let norm = 2 * d;
    let attention = linear(d, 3 * d) + linear(d, d);
    let feed_forward = linear(d, inner) + linear(inner, d);
    let block = norm + attention + feed_forward;
    (config.vocab_size + config.n_positions) * d + config.n_layer * block + norm
}
