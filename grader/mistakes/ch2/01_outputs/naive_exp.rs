//! exp without subtracting the largest
//!
//! This is what you get when exp is taken of the logits as they are. In f32 exp(88.8) is infinite
//! already, and infinity divided by infinity is NaN; exp(-1000) is 0, and 0 / 0 is NaN too.
//! Subtract the largest logit from all of them first: no exp is above 1 then, and no probability
//! changes.

use ndarray::Array2;

pub fn softmax(logits: &[f32]) -> Option<Vec<f32>> {
    largest(logits)?;
    let sum: f32 = logits.iter().map(|x| x.exp()).sum();
    Some(logits.iter().map(|x| x.exp() / sum).collect())
}

pub fn log_softmax(logits: &[f32]) -> Option<Vec<f32>> {
    largest(logits)?;
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
    largest(logits)?;
    let sum: f32 = logits.iter().map(|x| x.exp()).sum();
    Some(logits.iter().map(|x| x - sum.ln()).collect())
}

fn largest(logits: &[f32]) -> Option<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (max > f32::NEG_INFINITY).then_some(max)
}
