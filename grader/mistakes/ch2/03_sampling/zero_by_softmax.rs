//! The greedy token looked for after softmax
//!
//! This is what you get when a temperature of 0 takes the most probable token after softmax, as
//! `top_k` with k = 1 does. Two logits that are very close get the same probability in f32, and
//! then the lower id wins, not the larger logit. `greedy` looks at the logits themselves.

pub fn distribution(logits: &[f32], settings: &crate::Settings) -> Vec<f32> {
    if settings.temperature == 0.0 {
        return likeliest(&crate::softmax(logits), Some(1));
    }
    let scaled: Vec<f32> = logits.iter().map(|x| x / settings.temperature).collect();
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
