//! The higher id among equals
//!
//! This is what you get when you sort from the least probable up and then read from the back:
//! equal tokens come out with the higher id first. The lower id goes first. Sort with the two
//! sides of the comparison exchanged instead, `b` before `a`: a stable sort leaves equals in the
//! order of ids.

pub fn top_k(probabilities: &[f32], k: usize) -> Vec<f32> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[a].total_cmp(&probabilities[b]));
    order.reverse();
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
    order.reverse();
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
