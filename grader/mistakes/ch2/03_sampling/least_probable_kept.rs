//! The least probable are kept
//!
//! This is what you get when the least probable tokens come first. A sort goes upwards by itself;
//! exchange the two sides of the comparison, so that the most probable is at the front.

pub fn top_k(probabilities: &[f32], k: usize) -> Vec<f32> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[a].total_cmp(&probabilities[b]));
    let kept = &order[..k.min(order.len())];
    let sum: f32 = kept.iter().map(|&id| probabilities[id]).sum();
    let mut filtered = vec![0.0; probabilities.len()];
    for &id in kept {
        filtered[id] = probabilities[id] / sum;
    }
    filtered
}

pub fn top_p(probabilities: &[f32], p: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[a].total_cmp(&probabilities[b]));
    let (mut sum, mut n) = (0.0, 0);
    while n < order.len() && (sum < p || p >= 1.0) {
        sum += probabilities[order[n]];
        n += 1;
    }
    let kept = &order[..n];
    let sum: f32 = kept.iter().map(|&id| probabilities[id]).sum();
    let mut filtered = vec![0.0; probabilities.len()];
    for &id in kept {
        filtered[id] = probabilities[id] / sum;
    }
    filtered
}
