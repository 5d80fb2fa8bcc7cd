//! Probabilities already
//!
//! This is what you get when `last_row` makes probabilities of the logits. It hands out the row as
//! it is: softmax is a step of its own, and applied twice it makes everything almost equally
//! likely.

use ndarray::Array2;

pub fn last_row(logits: &Array2<f32>) -> Option<Vec<f32>> {
    let row = logits.rows().into_iter().next_back()?.to_vec();
    let max = largest(&row)?;
    let sum: f32 = row.iter().map(|x| (x - max).exp()).sum();
    Some(row.iter().map(|x| (x - max).exp() / sum).collect())
}

fn largest(logits: &[f32]) -> Option<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (max > f32::NEG_INFINITY).then_some(max)
}
