//! The last row has to have a softmax
//!
//! This is what you get when log_softmax is taken of all T rows, and one `None` ends it. The last
//! row predicts none of the ids, so whatever it holds, the text can be measured. Go over the first
//! T - 1 rows only.

use ndarray::Array2;

pub fn perplexity(logits: &Array2<f32>, ids: &[u32]) -> Option<f32> {
    if ids.len() < 2 || logits.nrows() != ids.len() {
        return None;
    }
    let rows = logits.rows().into_iter().map(|row| logarithms(&row.to_vec()));
    let rows = rows.collect::<Option<Vec<_>>>()?;
    let mut sum = 0.0;
    for (row, &next) in rows.iter().zip(&ids[1..]) {
        sum += row.get(next as usize)?;
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
