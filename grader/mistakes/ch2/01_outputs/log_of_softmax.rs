//! The logarithm of softmax
//!
//! This is what you get when the logarithm is taken of the probabilities. e^-200 is 0 in f32, and
//! its logarithm -inf, where -200 is the answer. Do not make the probability at all: its logarithm
//! is (x - max) - ln(sum), where sum adds up all exp(x - max).

use ndarray::Array2;

pub fn log_softmax(logits: &[f32]) -> Option<Vec<f32>> {
    logarithms(logits)
}

pub fn perplexity(logits: &Array2<f32>, ids: &[u32]) -> Option<f32> {
    if ids.len() < 2 || logits.nrows() != ids.len() {
        return None;
    }
    let mut sum = 0.0;
    for (row, &next) in logits.rows().into_iter().zip(&ids[1..]) {
        sum += logarithms(&row.to_vec())?.get(next as usize)?;
    }
    Some((-sum / (ids.len() - 1) as f32).exp())
}

fn logarithms(logits: &[f32]) -> Option<Vec<f32>> {
    let max = largest(logits)?;
    let sum: f32 = logits.iter().map(|x| (x - max).exp()).sum();
    Some(logits.iter().map(|x| ((x - max).exp() / sum).ln()).collect())
}

fn largest(logits: &[f32]) -> Option<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (max > f32::NEG_INFINITY).then_some(max)
}
