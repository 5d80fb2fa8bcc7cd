//! One token too many at the border
//!
//! This is what you get when tokens are taken until their sum is above p. A sum of exactly p has
//! reached it, and nothing more is taken: go on while the sum is below p.

pub fn top_p(probabilities: &[f32], p: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    let (mut sum, mut n) = (0.0, 0);
    while n < order.len() && sum <= p {
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
