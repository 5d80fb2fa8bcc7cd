//! Top-k before softmax
//!
//! This is what you get when `top_k` is given logits. It puts 0 for what it does not keep, and
//! softmax makes e^0 = 1 of that, and a share. It also divides by the sum of the others, which
//! changes their distances. Softmax first: `top_k` is for probabilities.

pub fn distribution(logits: &[f32], settings: &crate::Settings) -> Vec<f32> {
    if settings.temperature == 0.0 {
        return only_the_largest(logits);
    }
    let mut scaled: Vec<f32> = logits.iter().map(|x| x / settings.temperature).collect();
    if let Some(k) = settings.top_k {
        scaled = only(&scaled, |rank, _| rank < k);
    }
    nucleus(&crate::softmax(&scaled), settings.top_p)
}

fn only_the_largest(logits: &[f32]) -> Vec<f32> {
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let first = logits.iter().position(|&logit| logit == largest);
    (0..logits.len()).map(|id| if Some(id) == first { 1.0 } else { 0.0 }).collect()
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
