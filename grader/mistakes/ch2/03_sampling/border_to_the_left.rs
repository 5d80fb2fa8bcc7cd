//! The border goes to the left
//!
//! This is what you get when a u that is exactly the sum so far still counts. A token covers its
//! range without the end, so u must be below the sum. With u = 0 this code even draws a first
//! token of probability 0.

pub fn sample(probabilities: &[f32], u: f32) -> u32 {
    let (mut sum, mut last) = (0.0, 0);
    for (id, &probability) in probabilities.iter().enumerate() {
        sum += probability;
        if probability > 0.0 {
            last = id;
        }
        if u <= sum {
            return id as u32;
        }
    }
    last as u32
}
