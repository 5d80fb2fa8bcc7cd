//! Columns for rows
//!
//! This is what you get when you work along the columns. A column holds the scores of one token at
//! every position, which never compete with each other. A distribution is a row: one position, all
//! V tokens.

use ndarray::Array2;

pub fn last_row(logits: &Array2<f32>) -> Option<Vec<f32>> {
    logits.columns().into_iter().next_back().map(|column| column.to_vec())
}

pub fn perplexity(logits: &Array2<f32>, ids: &[u32]) -> Option<f32> {
    if ids.len() < 2 || logits.nrows() != ids.len() {
        return None;
    }
    let mut sum = 0.0;
    for (row, &next) in (0..).zip(&ids[1..]) {
        let column = logits.columns().into_iter().nth(next as usize)?.to_vec();
        let row: usize = row;
        sum += logarithms(&column)?.get(row)?;
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
