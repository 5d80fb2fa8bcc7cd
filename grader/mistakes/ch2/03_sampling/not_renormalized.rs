//! Not renormalized
//!
//! This is what you get when what is kept stays as it was. It no longer adds up to 1, and a u
//! above its sum would draw nothing at all. Divide each probability that is kept by the sum of
//! those that are.

pub fn top_k(probabilities: &[f32], k: usize) -> Vec<f32> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    let kept = &order[..k.min(order.len())];
    let mut filtered = vec![0.0; probabilities.len()];
    for &id in kept {
        filtered[id] = probabilities[id];
    }
    filtered
}

pub fn top_p(probabilities: &[f32], p: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    let (mut sum, mut n) = (0.0, 0);
    while n < order.len() && (sum < p || p >= 1.0) {
        sum += probabilities[order[n]];
        n += 1;
    }
    let kept = &order[..n];
    let mut filtered = vec![0.0; probabilities.len()];
    for &id in kept {
        filtered[id] = probabilities[id];
    }
    filtered
}
