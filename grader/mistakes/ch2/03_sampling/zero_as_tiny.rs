//! A tiny temperature for 0
//!
//! This is what you get when a very small temperature stands for 0, or when all that have the
//! largest logit share the 1. However small a temperature is, equal logits stay equal. At 0
//! everything is on the one token that `greedy` chooses, the first of them.

pub fn distribution(logits: &[f32], settings: &crate::Settings) -> Vec<f32> {
    let temperature = settings.temperature.max(1e-6);
    let scaled: Vec<f32> = logits.iter().map(|x| x / temperature).collect();
    nucleus(&likeliest(&crate::softmax(&scaled), settings.top_k), settings.top_p)
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
