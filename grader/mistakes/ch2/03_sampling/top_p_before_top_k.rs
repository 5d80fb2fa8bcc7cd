//! Top-p before top-k
//!
//! This is what you get when top-p comes first, or when it looks at what softmax made and not at
//! what top-k left. Top-k comes first here, and what it keeps adds up to 1 again. So top-p sees
//! larger probabilities, and fewer tokens reach p.

pub fn distribution(logits: &[f32], settings: &crate::Settings) -> Vec<f32> {
    if settings.temperature == 0.0 {
        return only_the_largest(logits);
    }
    let scaled: Vec<f32> = logits.iter().map(|x| x / settings.temperature).collect();
    likeliest(&nucleus(&crate::softmax(&scaled), settings.top_p), settings.top_k)
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
