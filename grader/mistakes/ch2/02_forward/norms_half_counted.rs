//! Half of each norm
//!
//! A norm was counted as d numbers. It has 2d: a γ and a β for every column.

use model::{Config, Linear, Norm, Weights};

pub fn parameters(config: &Config) -> usize {
    let (d, inner) = (config.n_embd, config.inner());
    let linear = |input: usize, output: usize| input * output + output;
    let norm = d;
    let attention = linear(d, 3 * d) + linear(d, d);
    let feed_forward = linear(d, inner) + linear(inner, d);
    let block = 2 * norm + attention + feed_forward;
    (config.vocab_size + config.n_positions) * d + config.n_layer * block + norm
}
