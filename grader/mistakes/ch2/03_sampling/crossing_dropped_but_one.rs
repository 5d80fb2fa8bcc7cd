//! The token that reaches p is dropped, unless it is the first
//!
//! This is what you get when a token is kept only if the sum stays within p, and the first in any
//! case. The set has to reach p, so the token that takes the sum from below p to p or above is
//! kept too. Compare the sum before a token with p, not the sum with it: then the first needs no
//! exception.

pub fn top_p(probabilities: &[f32], p: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    let (mut sum, mut n) = (0.0, 0);
    while n < order.len() && (n == 0 || sum + probabilities[order[n]] <= p) {
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
