//! The smallest subtracted
//!
//! This is what you get when the smallest logit is subtracted: then the others are above 0, and exp
//! of one that is more than 88.7 above the smallest is infinite. Subtract the largest, so that
//! nothing is above 0.

use ndarray::Array2;

pub fn softmax(logits: &[f32]) -> Option<Vec<f32>> {
    largest(logits)?;
    let min = logits.iter().copied().fold(f32::INFINITY, f32::min);
    let sum: f32 = logits.iter().map(|x| (x - min).exp()).sum();
    Some(logits.iter().map(|x| (x - min).exp() / sum).collect())
}

pub fn log_softmax(logits: &[f32]) -> Option<Vec<f32>> {
    largest(logits)?;
    let min = logits.iter().copied().fold(f32::INFINITY, f32::min);
    let sum: f32 = logits.iter().map(|x| (x - min).exp()).sum();
    Some(logits.iter().map(|x| (x - min) - sum.ln()).collect())
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
    let min = logits.iter().copied().fold(f32::INFINITY, f32::min);
    let sum: f32 = logits.iter().map(|x| (x - min).exp()).sum();
    Some(logits.iter().map(|x| (x - min) - sum.ln()).collect())
}

fn largest(logits: &[f32]) -> Option<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (max > f32::NEG_INFINITY).then_some(max)
}
