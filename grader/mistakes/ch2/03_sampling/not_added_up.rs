//! u against single probabilities
//!
//! This is what you get when u is compared with each probability by itself. The tokens lie end to
//! end: add the probabilities up as you go, and compare u with the sum so far.

pub fn sample(probabilities: &[f32], u: f32) -> u32 {
    let mut last = 0;
    for (id, &probability) in probabilities.iter().enumerate() {
        if probability > 0.0 {
            last = id;
        }
        if u < probability {
            break;
        }
    }
    last as u32
}
