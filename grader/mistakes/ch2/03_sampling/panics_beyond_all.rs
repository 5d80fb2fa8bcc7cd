//! More than there are
//!
//! A k of V or more keeps all tokens, but this code reaches behind the end of the list. Take the
//! smaller of the two: `k.min(order.len())`.

pub fn top_k(probabilities: &[f32], k: usize) -> Vec<f32> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    let kept = &order[..k];
    let sum: f32 = kept.iter().map(|&id| probabilities[id]).sum();
    let mut filtered = vec![0.0; probabilities.len()];
    for &id in kept {
        filtered[id] = probabilities[id] / sum;
    }
    filtered
}
