//! The largest and the logarithm added first
//!
//! This is what you get from x - (max + ln(sum)). Beside a large max an f32 has few digits left for
//! ln(sum): near 10000 its steps are 0.001. They are lost before you subtract. Take max off first:
//! (x - max) - ln(sum).

use ndarray::Array2;

pub fn log_softmax(logits: &[f32]) -> Option<Vec<f32>> {
    logarithms(logits)
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
    let max = largest(logits)?;
    let sum: f32 = logits.iter().map(|x| (x - max).exp()).sum();
    let log_sum = max + sum.ln();
    Some(logits.iter().map(|x| x - log_sum).collect())
}

fn largest(logits: &[f32]) -> Option<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    (max > f32::NEG_INFINITY).then_some(max)
}
