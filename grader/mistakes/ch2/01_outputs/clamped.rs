//! A probability that is never 0
//!
//! This is what you get when a probability is kept from being 0, by `max` with a tiny number or by
//! adding one, before its logarithm is taken. Whatever is rarer then counts as just that rare, and
//! what is ruled out as possible. Compute from the logits instead: (x - max) - ln(sum) is right for
//! all of them, and -inf stays -inf.

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
    Some(logits.iter().map(|x| ((x - max).exp() / sum).max(1e-10).ln()).collect())
}

fn largest(logits: &[f32]) -> Option<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (max > f32::NEG_INFINITY).then_some(max)
}
