//! The probabilities multiplied
//!
//! This is what you get when you multiply the probabilities and take a root at the end. After a few
//! hundred tokens the product is 0, also in f64, and 1 / 0 is infinite. Add the logarithms instead:
//! their sum stays an ordinary number.

use ndarray::Array2;

pub fn perplexity(logits: &Array2<f32>, ids: &[u32]) -> Option<f32> {
    if ids.len() < 2 || logits.nrows() != ids.len() {
        return None;
    }
    let mut product = 1.0;
    for (row, &next) in logits.rows().into_iter().zip(&ids[1..]) {
        product *= f64::from(*probabilities(&row.to_vec())?.get(next as usize)?);
    }
    Some(product.powf(-1.0 / (ids.len() - 1) as f64) as f32)
}

fn probabilities(logits: &[f32]) -> Option<Vec<f32>> {
    let max = largest(logits)?;
    let sum: f32 = logits.iter().map(|x| (x - max).exp()).sum();
    Some(logits.iter().map(|x| (x - max).exp() / sum).collect())
}

fn largest(logits: &[f32]) -> Option<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (max > f32::NEG_INFINITY).then_some(max)
}
