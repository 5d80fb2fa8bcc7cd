//! Only what is kept comes back
//!
//! This is what you get when the result lists the kept probabilities, the largest first. Which
//! token is which is lost with that: the place in the list is the id. The result has V numbers,
//! each at its place, and 0 for what is not kept.

pub fn top_k(probabilities: &[f32], k: usize) -> Vec<f32> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    let kept = &order[..k.min(order.len())];
    let sum: f32 = kept.iter().map(|&id| probabilities[id]).sum();
    kept.iter().map(|&id| probabilities[id] / sum).collect()
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
    let sum: f32 = kept.iter().map(|&id| probabilities[id]).sum();
    kept.iter().map(|&id| probabilities[id] / sum).collect()
}
