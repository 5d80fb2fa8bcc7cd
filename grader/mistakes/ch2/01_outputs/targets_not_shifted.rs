//! Targets not shifted
//!
//! This is what you get when row t is held against ids[t], its own token, for all T rows. A row
//! says what comes after its token: row t predicts ids[t + 1], the first id has no prediction, and
//! the last row none that can be checked. That leaves T - 1.

use ndarray::Array2;

pub fn perplexity(logits: &Array2<f32>, ids: &[u32]) -> Option<f32> {
    if ids.len() < 2 || logits.nrows() != ids.len() {
        return None;
    }
    let mut sum = 0.0;
    for (row, &next) in logits.rows().into_iter().zip(ids) {
        sum += logarithms(&row.to_vec())?.get(next as usize)?;
    }
    Some((-sum / ids.len() as f32).exp())
}

fn logarithms(logits: &[f32]) -> Option<Vec<f32>> {
    let max = largest(logits)?;
    let sum: f32 = logits.iter().map(|x| (x - max).exp()).sum();
    Some(logits.iter().map(|x| (x - max) - sum.ln()).collect())
}

fn largest(logits: &[f32]) -> Option<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (max > f32::NEG_INFINITY).then_some(max)
}
