//! The tied head counted too
//!
//! V·d was counted twice: once as the token table, once as the LM head. The two are one table
//! (tied), and it is counted once. GPT-2 small would have 163 million parameters otherwise.

use model::{Config, Linear, Norm, Weights};

pub fn parameters(config: &Config) -> usize {
    let (d, inner) = (config.n_embd, config.inner());
    let linear = |input: usize, output: usize| input * output + output;
    let norm = 2 * d;
    let attention = linear(d, 3 * d) + linear(d, d);
    let feed_forward = linear(d, inner) + linear(inner, d);
    let block = 2 * norm + attention + feed_forward;
    (2 * config.vocab_size + config.n_positions) * d + config.n_layer * block + norm
}
