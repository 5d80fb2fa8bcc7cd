//! Infinite where a row has no softmax
//!
//! This is what you get when a row that is all -inf counts as a probability of 0. Such a row is no
//! prediction at all, so nothing can be measured: `None`. Infinity is for a token that a row rules
//! out while it leaves others.

use ndarray::Array2;

pub fn perplexity(logits: &Array2<f32>, ids: &[u32]) -> Option<f32> {
    if ids.len() < 2 || logits.nrows() != ids.len() {
        return None;
    }
    let mut sum = 0.0;
    for (row, &next) in logits.rows().into_iter().zip(&ids[1..]) {
        let row = row.to_vec();
        row.get(next as usize)?;
        sum += logarithms(&row).map_or(f32::NEG_INFINITY, |row| row[next as usize]);
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
