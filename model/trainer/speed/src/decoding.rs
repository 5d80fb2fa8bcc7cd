//! One more token with 2.6's cache and without, by how long the text is already.

use anyhow::Result;
use kv_cache::{Cache, rewind, step};
use model::Model;

use crate::timing::{in_turn, times};

/// Tokens in the context when the next one is computed.
const LENGTHS: [usize; 5] = [16, 32, 64, 128, 240];

/// Prints tokens a second.
pub fn measure(model: &Model, runs: u32) -> Result<()> {
    println!("One more token, by context: tokens a second (2.6's `step`)\n");
    println!("{:>8}{:>14}{:>16}{:>12}", "context", "with cache", "without", "");
    for length in LENGTHS {
        let ids: Vec<u32> = (0..=length as u32).map(|i| 256 + i * 37 % 700).collect();
        let mut cache = empty(model);
        let before = step(&ids[..length], &mut cache, model);
        anyhow::ensure!(before.len() == model.config.vocab_size, "step gives logits [V]");
        let (with, without) = in_turn(
            4 * runs,
            || {
                let logits = step(&ids, &mut cache, model);
                rewind(&mut cache, 1);
                logits
            },
            || step(&ids, &mut empty(model), model),
        );
        let apart = step(&ids, &mut cache, model)
            .iter()
            .zip(step(&ids, &mut empty(model), model))
            .map(|(a, b)| (a - b).abs())
            .fold(0.0, f32::max);
        anyhow::ensure!(apart < 1e-3, "with the cache and without, logits are {apart} apart");
        println!(
            "{length:>8}{:>14.0}{:>16.0}{:>12}",
            1.0 / with.as_secs_f64(),
            1.0 / without.as_secs_f64(),
            format!("{:.1}x", times(without, with)),
        );
    }
    println!();
    Ok(())
}

fn empty(model: &Model) -> Cache {
    Cache::new(model.config.n_layer, model.config.n_embd)
}
