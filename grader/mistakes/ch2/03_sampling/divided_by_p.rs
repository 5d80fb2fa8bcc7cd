//! Divided by p
//!
//! This is what you get when what is kept is divided by p. The last token takes the sum to p or
//! beyond it, so what is kept does not add up to 1 then. Divide by the sum of what is kept.

pub fn top_p(probabilities: &[f32], p: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    let (mut sum, mut n) = (0.0, 0);
    while n < order.len() && (sum < p || p >= 1.0) {
        sum += probabilities[order[n]];
        n += 1;
    }
    let mut filtered = vec![0.0; probabilities.len()];
    for &id in &order[..n] {
        filtered[id] = probabilities[id] / p;
    }
    filtered
}
