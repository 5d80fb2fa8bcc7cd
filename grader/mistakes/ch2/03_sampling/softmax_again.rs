//! A second softmax
//!
//! This is what you get when what is kept goes through softmax again. Softmax is for logits; of
//! probabilities, which all lie between 0 and 1, it makes nearly equal numbers. To renormalize is
//! to divide by the sum.

pub fn top_k(probabilities: &[f32], k: usize) -> Vec<f32> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    let kept = &order[..k.min(order.len())];
    let sum: f32 = kept.iter().map(|&id| probabilities[id].exp()).sum();
    let mut filtered = vec![0.0; probabilities.len()];
    for &id in kept {
        filtered[id] = probabilities[id].exp() / sum;
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
    let sum: f32 = kept.iter().map(|&id| probabilities[id].exp()).sum();
    let mut filtered = vec![0.0; probabilities.len()];
    for &id in kept {
        filtered[id] = probabilities[id].exp() / sum;
    }
    filtered
}
