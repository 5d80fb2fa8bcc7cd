//! How well held-out tales are predicted.

use anyhow::Result;
use corpus::Tale;
use rayon::prelude::*;

use crate::gpt::Gpt;
use crate::tokenizer::Tokenizer;

/// The loss over some tales: their tokens and the `<|endoftext|>` that ends each.
#[derive(Clone, Copy, Debug, Default)]
pub struct Loss {
    /// −ln p of all tokens together.
    pub nats: f64,
    /// Tokens predicted.
    pub tokens: usize,
    /// Bytes of the tales.
    pub bytes: usize,
}

impl Loss {
    /// Nats a token.
    pub fn per_token(&self) -> f64 {
        self.nats / self.tokens as f64
    }

    /// Nats a byte of text.
    pub fn per_byte(&self) -> f64 {
        self.nats / self.bytes as f64
    }

    /// Bits a byte of text: independent of the tokenizer.
    pub fn bits_per_byte(&self) -> f64 {
        self.per_byte() / std::f64::consts::LN_2
    }

    /// e to the loss a token: as unsure as a choice among so many equally likely ones.
    pub fn perplexity(&self) -> f64 {
        self.per_token().exp()
    }
}

/// The loss over tales, each for itself.
///
/// A tale longer than the context is read in windows that end where the tale ends; each token is
/// counted once, with the longest text before it that a window has.
pub fn measure(gpt: &Gpt, tokenizer: &Tokenizer, tales: &[Tale]) -> Result<Loss> {
    let one = |tale: &Tale| -> Result<Loss> {
        let mut ids = tokenizer.prompt(&tale.text);
        ids.push(tokenizer.end_of_text());
        let bytes = tale.text.len();
        Ok(Loss { nats: nats(gpt, &ids)?, tokens: ids.len() - 1, bytes })
    };
    let each = tales.par_iter().map(one).collect::<Result<Vec<Loss>>>()?;
    Ok(each.iter().fold(Loss::default(), |sum, more| Loss {
        nats: sum.nats + more.nats,
        tokens: sum.tokens + more.tokens,
        bytes: sum.bytes + more.bytes,
    }))
}

/// −ln p of all ids but the first.
fn nats(gpt: &Gpt, ids: &[u32]) -> Result<f64> {
    let context = gpt.shape().context;
    let (mut from, mut counted, mut sum) = (0, 1, 0.0);
    while counted < ids.len() {
        let to = ids.len().min(from + context + 1);
        let rows: Vec<Vec<f32>> = gpt.logits(&[&ids[from..to - 1]])?.to_vec2()?; // [T, V]
        for target in counted..to {
            sum += surprise(&rows[target - 1 - from], ids[target]);
        }
        counted = to;
        from = (from + context).min(ids.len().saturating_sub(context + 1));
    }
    Ok(sum)
}

/// −ln of the softmax of `logits` at `target`.
fn surprise(logits: &[f32], target: u32) -> f64 {
    let top = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sum: f64 = logits.iter().map(|&logit| f64::from(logit - top).exp()).sum();
    sum.ln() + f64::from(top - logits[target as usize])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::params::{Params, Values, slots};
    use crate::settings::Shape;

    /// A model of zeros finds all 300 tokens equally likely: whatever the length, each token
    /// counted once gives ln 300 a token.
    #[test]
    fn a_long_text_is_counted_once() {
        let shape = Shape { layers: 1, width: 8, heads: 2, context: 16, vocabulary: 300 };
        let zeros = |slot: crate::params::Slot| (slot.name.clone(), vec![0.0; slot.len()]);
        let values: Values = slots(shape).into_iter().map(zeros).collect();
        let gpt = Gpt::new(shape, &Params::new(shape, &values).unwrap());
        for length in [2, 10, 17, 18, 30, 33, 34, 60] {
            let ids: Vec<u32> = (0..length).map(|i| i * 7 % 300).collect();
            let per_token = nats(&gpt, &ids).unwrap() / f64::from(length - 1);
            assert!((per_token - 300f64.ln()).abs() < 1e-6, "{length} ids: {per_token}");
        }
    }
}
