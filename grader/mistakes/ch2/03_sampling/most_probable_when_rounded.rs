//! Falls back to the most probable
//!
//! Rounding can leave the sum of all a little short of 1, and a u behind it is covered by no
//! token. This code then draws the most probable one. Such a u lies next to the range of the last
//! token: draw the last whose probability is above 0.

pub fn sample(probabilities: &[f32], u: f32) -> u32 {
    let (mut sum, mut best) = (0.0, 0);
    for (id, &probability) in probabilities.iter().enumerate() {
        sum += probability;
        if u < sum {
            return id as u32;
        }
        if probability > probabilities[best] {
            best = id;
        }
    }
    best as u32
}
