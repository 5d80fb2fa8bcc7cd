//! One softmax for the whole table
//!
//! This is what you get when the sum runs over all T times V logits, as if the rows competed. Each
//! row is a distribution of its own and sums to 1: take log_softmax of one row at a time.

use ndarray::Array2;

pub fn perplexity(logits: &Array2<f32>, ids: &[u32]) -> Option<f32> {
    if ids.len() < 2 || logits.nrows() != ids.len() {
        return None;
    }
    let all: Vec<f32> = logits.iter().copied().collect();
    let max = largest(&all)?;
    let log_sum = all.iter().map(|x| (x - max).exp()).sum::<f32>().ln();
    let mut sum = 0.0;
    for (row, &next) in logits.rows().into_iter().zip(&ids[1..]) {
        largest(&row.to_vec())?;
        sum += row.get(next as usize)? - max - log_sum;
    }
    Some((-sum / (ids.len() - 1) as f32).exp())
}

fn largest(logits: &[f32]) -> Option<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (max > f32::NEG_INFINITY).then_some(max)
}
