//! Taken in the order of ids
//!
//! This is what you get when tokens are taken from id 0 on. Both filters keep the most probable
//! ones, wherever they stand: sort the ids by probability first, and take from the front.

pub fn top_k(probabilities: &[f32], k: usize) -> Vec<f32> {
    let kept = 0..k.min(probabilities.len());
    let sum: f32 = probabilities[kept.clone()].iter().sum();
    let mut filtered = vec![0.0; probabilities.len()];
    for id in kept {
        filtered[id] = probabilities[id] / sum;
    }
    filtered
}

pub fn top_p(probabilities: &[f32], p: f32) -> Vec<f32> {
    let order: Vec<usize> = (0..probabilities.len()).collect();
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
