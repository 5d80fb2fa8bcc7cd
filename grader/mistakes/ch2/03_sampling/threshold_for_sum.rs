//! Each probability against 1 - p
//!
//! This is what you get when a token is kept for a probability of 1 - p or more, by itself. Top-p
//! is about a sum: add up from the most probable on, and keep tokens until that reaches p. How
//! probable a token has to be for that differs from one distribution to the next.

pub fn top_p(probabilities: &[f32], p: f32) -> Vec<f32> {
    let is_kept = |probability: f32| probability >= 1.0 - p;
    let sum: f32 = probabilities.iter().filter(|&&x| is_kept(x)).sum();
    probabilities.iter().map(|&x| if is_kept(x) { x / sum } else { 0.0 }).collect()
}
