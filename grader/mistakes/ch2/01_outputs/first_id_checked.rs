//! The first id has to be below V
//!
//! This is what you get when every id is compared with V, the first one too. Nothing predicts the
//! first id, and no row is looked up for it: only those after it have to be below V.

use ndarray::Array2;

pub fn perplexity(logits: &Array2<f32>, ids: &[u32]) -> Option<f32> {
    if ids.len() < 2 || logits.nrows() != ids.len() {
        return None;
    }
    if ids.iter().any(|&id| id as usize >= logits.ncols()) {
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
    Some(logits.iter().map(|x| (x - max) - sum.ln()).collect())
}

fn largest(logits: &[f32]) -> Option<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (max > f32::NEG_INFINITY).then_some(max)
}
