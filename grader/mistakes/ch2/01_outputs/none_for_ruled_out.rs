//! None for a token that was ruled out
//!
//! This is what you get when a logarithm of -inf ends in `None`. The row is a prediction like any
//! other, and it was as wrong as can be: the perplexity is infinite. `None` is for what cannot be
//! measured.

use ndarray::Array2;

pub fn perplexity(logits: &Array2<f32>, ids: &[u32]) -> Option<f32> {
    if ids.len() < 2 || logits.nrows() != ids.len() {
        return None;
    }
    let mut sum = 0.0;
    for (row, &next) in logits.rows().into_iter().zip(&ids[1..]) {
        let logarithm = *logarithms(&row.to_vec())?.get(next as usize)?;
        if logarithm == f32::NEG_INFINITY {
            return None;
        }
        sum += logarithm;
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
