//! Greedy, whatever u is
//!
//! This is what you get when the most probable token is chosen each time. u decides: draw with it,
//! by `sample`, from what `distribution` returns.

pub fn choose(logits: &[f32], settings: &crate::Settings, u: f32) -> u32 {
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    logits.iter().position(|&logit| logit == largest).unwrap_or(0) as u32
}
