//! Always the most probable
//!
//! This is what you get when the most probable token is drawn every time. That is greedy decoding.
//! To sample is to let u decide: each token for as large a part of the u's as its probability
//! says.

pub fn sample(probabilities: &[f32], u: f32) -> u32 {
    let mut best = 0;
    for (id, &probability) in probabilities.iter().enumerate() {
        if probability > probabilities[best] {
            best = id;
        }
    }
    best as u32
}
