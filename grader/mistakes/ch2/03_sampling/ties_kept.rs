//! Ties make it more than k
//!
//! This is what you get when everything is kept that is as probable as the last token that belongs
//! there. Exactly k are kept, and for top-p the fewest that reach p. Among equals the lower ids
//! come first, and the others go.

pub fn top_k(probabilities: &[f32], k: usize) -> Vec<f32> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    let least = probabilities[order[k.min(order.len()) - 1]];
    order.retain(|&id| probabilities[id] >= least);
    let kept = &order;
    let sum: f32 = kept.iter().map(|&id| probabilities[id]).sum();
    let mut filtered = vec![0.0; probabilities.len()];
    for &id in kept {
        filtered[id] = probabilities[id] / sum;
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
    let least = probabilities[order[n - 1]];
    order.retain(|&id| probabilities[id] >= least);
    let kept = &order;
    let sum: f32 = kept.iter().map(|&id| probabilities[id]).sum();
    let mut filtered = vec![0.0; probabilities.len()];
    for &id in kept {
        filtered[id] = probabilities[id] / sum;
    }
    filtered
}
