//! A small temperature taken for 0
//!
//! This is what you get when a temperature below some border counts as 0. Where two logits are
//! close, a small temperature still leaves something to both. Only 0 itself is greedy: compare
//! with `== 0.0`.

pub fn distribution(logits: &[f32], settings: &crate::Settings) -> Vec<f32> {
    if settings.temperature < 0.2 {
        return only_the_largest(logits);
    }
    let scaled: Vec<f32> = logits.iter().map(|x| x / settings.temperature).collect();
    nucleus(&likeliest(&crate::softmax(&scaled), settings.top_k), settings.top_p)
}

fn only_the_largest(logits: &[f32]) -> Vec<f32> {
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let first = logits.iter().position(|&logit| logit == largest);
    (0..logits.len()).map(|id| if Some(id) == first { 1.0 } else { 0.0 }).collect()
}

fn likeliest(probabilities: &[f32], k: Option<usize>) -> Vec<f32> {
    let k = k.unwrap_or(probabilities.len());
    only(probabilities, |rank, _| rank < k)
}

fn nucleus(probabilities: &[f32], p: f32) -> Vec<f32> {
    only(probabilities, |_, before| before < p || p >= 1.0)
}

fn only(probabilities: &[f32], is_kept: impl Fn(usize, f32) -> bool) -> Vec<f32> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    let (mut filtered, mut before, mut sum) = (vec![0.0; order.len()], 0.0, 0.0);
    for (rank, &id) in order.iter().enumerate() {
        if is_kept(rank, before) {
            filtered[id] = probabilities[id];
            sum += probabilities[id];
        }
        before += probabilities[id];
    }
    filtered.iter().map(|probability| probability / sum).collect()
}
