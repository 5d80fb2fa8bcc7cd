//! The learning rate of each step: a warm-up, then half a cosine down (as nanoGPT).

use crate::settings::{FINAL_RATE, Recipe};

/// The learning rate of step `step`, counted from 0.
///
/// It rises in equal parts over the warm-up, reaches the highest at its end, and falls along
/// half a cosine to [`FINAL_RATE`] of that at the last step.
///
/// ```
/// # use trainer::{schedule::rate, settings::Recipe};
/// let recipe = Recipe { rate: 1.0, warm_up: 10, ..Recipe::course(111) };
/// assert_eq!(rate(&recipe, 0), 0.1);
/// assert_eq!(rate(&recipe, 9), 1.0);
/// assert!((rate(&recipe, 60) - 0.55).abs() < 1e-12);
/// assert!((rate(&recipe, 110) - 0.1).abs() < 1e-12);
/// ```
pub fn rate(recipe: &Recipe, step: usize) -> f64 {
    let &Recipe { steps, rate, warm_up, .. } = recipe;
    if step < warm_up {
        return rate * (step + 1) as f64 / warm_up as f64;
    }
    let done = (step - warm_up) as f64 / (steps - 1).saturating_sub(warm_up).max(1) as f64;
    let cosine = (1.0 + (std::f64::consts::PI * done).cos()) / 2.0; // 1 → 0
    rate * (FINAL_RATE + (1.0 - FINAL_RATE) * cosine)
}
