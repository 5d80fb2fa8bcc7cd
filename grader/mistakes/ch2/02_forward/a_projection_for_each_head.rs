//! Attention counted for each head
//!
//! The first layer of attention was counted once for every head. The heads share out the 3d
//! columns of one layer among them; how many there are changes nothing.

use model::{Config, Linear, Norm, Weights};

pub fn parameters(config: &Config) -> usize {
    let (d, inner) = (config.n_embd, config.inner());
    let linear = |input: usize, output: usize| input * output + output;
    let norm = 2 * d;
    let attention = config.n_head * linear(d, 3 * d) + linear(d, d);
    let feed_forward = linear(d, inner) + linear(inner, d);
    let block = 2 * norm + attention + feed_forward;
    (config.vocab_size + config.n_positions) * d + config.n_layer * block + norm
}
