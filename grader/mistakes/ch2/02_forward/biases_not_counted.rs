//! Biases not counted
//!
//! The linear layers were counted as in·out. Each has a bias as well, a number for every column
//! that comes out: in·out + out.

use model::{Config, Linear, Norm, Weights};

pub fn parameters(config: &Config) -> usize {
    let (d, inner) = (config.n_embd, config.inner());
    let linear = |input: usize, output: usize| input * output;
    let norm = 2 * d;
    let attention = linear(d, 3 * d) + linear(d, d);
    let feed_forward = linear(d, inner) + linear(inner, d);
    let block = 2 * norm + attention + feed_forward;
    (config.vocab_size + config.n_positions) * d + config.n_layer * block + norm
}
