//! The k-th itself is dropped
//!
//! This is what you get when only what is more probable than the k-th token is kept. The k-th
//! belongs to the k, and so may some of its equals. Sort the ids instead of comparing with a
//! threshold, and take the first k.

pub fn top_k(probabilities: &[f32], k: usize) -> Vec<f32> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    let least = probabilities[order[k.min(order.len()) - 1]];
    order.retain(|&id| probabilities[id] > least);
    let kept = &order;
    let sum: f32 = kept.iter().map(|&id| probabilities[id]).sum();
    let mut filtered = vec![0.0; probabilities.len()];
    for &id in kept {
        filtered[id] = probabilities[id] / sum;
    }
    filtered
}
