//! Text from a model, token by token.

use anyhow::Result;
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

use crate::gpt::Gpt;

/// How the next token is chosen.
#[derive(Clone, Copy, Debug)]
pub enum Choice {
    /// The one with the highest logit; of equal ones the lowest id.
    Greedy,
    /// By chance, with the shares that softmax gives the logits divided by a temperature.
    Sample {
        /// The temperature, above 0.
        temperature: f64,
        /// The seed of the chance.
        seed: u64,
    },
}

/// What follows `prompt`: up to `end`, which is left out, or until prompt and answer fill the
/// context. An error when the prompt is empty or longer than the context.
pub fn generate(gpt: &Gpt, prompt: &[u32], end: u32, choice: Choice) -> Result<Vec<u32>> {
    let seed = if let Choice::Sample { seed, .. } = choice { seed } else { 0 };
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let mut ids = prompt.to_vec();
    while ids.len() < gpt.shape().context {
        let last = last_logits(gpt, &ids)?;
        let next = match choice {
            Choice::Greedy => highest(&last),
            Choice::Sample { temperature, .. } => sample(&last, temperature, rng.random()),
        };
        if next == end {
            break;
        }
        ids.push(next);
    }
    Ok(ids.split_off(prompt.len()))
}

/// The logits [V] of what follows the last of `ids`.
pub fn last_logits(gpt: &Gpt, ids: &[u32]) -> Result<Vec<f32>> {
    Ok(gpt.logits(&[ids])?.get(ids.len() - 1)?.to_vec1()?)
}

/// The place of the highest number; of equal ones the first.
pub fn highest(values: &[f32]) -> u32 {
    let best = |best: usize, i: usize| if values[i] > values[best] { i } else { best };
    (0..values.len()).fold(0, best) as u32
}

/// The id at share `u` in [0, 1) of the probabilities, laid out in the order of ids.
///
/// ```
/// # use trainer::decode::sample;
/// let logits = [0.0, 0.0]; // a half each
/// assert_eq!((sample(&logits, 1.0, 0.49), sample(&logits, 1.0, 0.51)), (0, 1));
/// ```
pub fn sample(logits: &[f32], temperature: f64, u: f64) -> u32 {
    let top = f64::from(logits[highest(logits) as usize]);
    let weight = |&logit: &f32| ((f64::from(logit) - top) / temperature).exp();
    let weights: Vec<f64> = logits.iter().map(weight).collect();
    let mut left = u * weights.iter().sum::<f64>();
    for (id, weight) in weights.iter().enumerate() {
        if left < *weight {
            return id as u32;
        }
        left -= weight;
    }
    highest(logits) // only where rounding leaves a hair over
}
