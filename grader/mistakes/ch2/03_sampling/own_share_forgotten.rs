//! Each token covers its neighbour's range
//!
//! This is what you get when u is compared with the sum before the token's own probability is
//! added: every token is drawn for the range of the one before it. Add first, then compare.

pub fn sample(probabilities: &[f32], u: f32) -> u32 {
    let (mut sum, mut last) = (0.0, 0);
    for (id, &probability) in probabilities.iter().enumerate() {
        if probability > 0.0 {
            last = id;
        }
        if u < sum {
            return id as u32;
        }
        sum += probability;
    }
    last as u32
}
