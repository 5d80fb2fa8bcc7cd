//! Softmax included
//!
//! This is what you get when `with_temperature` goes on to softmax. It returns logits, each
//! divided by the temperature and nothing more; `distribution` does the softmax after it.

pub fn with_temperature(logits: &[f32], temperature: f32) -> Vec<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let exps: Vec<f32> = logits.iter().map(|logit| ((logit - max) / temperature).exp()).collect();
    let sum: f32 = exps.iter().sum();
    exps.iter().map(|exp| exp / sum).collect()
}
