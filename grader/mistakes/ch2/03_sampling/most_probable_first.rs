//! Laid out by probability
//!
//! This is what you get when the most probable token lies first. Each token is drawn as often as
//! it should be, but for the same u another one than agreed: the tokens lie in the order of their
//! ids, and nothing is sorted here.

pub fn sample(probabilities: &[f32], u: f32) -> u32 {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    let mut sum = 0.0;
    for &id in &order {
        sum += probabilities[id];
        if u < sum {
            return id as u32;
        }
    }
    order.into_iter().rev().find(|&id| probabilities[id] > 0.0).unwrap_or(0) as u32
}
