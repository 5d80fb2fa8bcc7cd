//! 2d a block missing
//!
//! 2d numbers a block are missing: one of its two norms (2d each; one is before attention, one
//! before the feed-forward network), or the biases were counted by what goes in instead of what
//! comes out. A linear layer has in·out + out.

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
