//! The last of all, also with probability 0
//!
//! Rounding can leave the sum of all a little short of 1, and a u behind it is covered by no
//! token. This code then draws the last id, though its probability may be 0: top-k and top-p ruled
//! it out. Draw the last whose probability is above 0.

pub fn sample(probabilities: &[f32], u: f32) -> u32 {
    let mut sum = 0.0;
    for (id, &probability) in probabilities.iter().enumerate() {
        sum += probability;
        if u < sum {
            return id as u32;
        }
    }
    probabilities.len() as u32 - 1
}
