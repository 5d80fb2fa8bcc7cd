//! An id that does not exist
//!
//! Rounding can leave the sum of all a little short of 1, and a u behind it is covered by no
//! token. This code then counts on to V, an id that no token has. Draw the last whose probability
//! is above 0.

pub fn sample(probabilities: &[f32], u: f32) -> u32 {
    let (mut sum, mut id) = (0.0, 0);
    for &probability in probabilities {
        sum += probability;
        if u < sum {
            break;
        }
        id += 1;
    }
    id
}
