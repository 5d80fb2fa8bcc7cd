//! u scaled to the sum
//!
//! This is what you get when u is multiplied by the sum of all, or the probabilities are divided by
//! it. That also covers every u, but with other borders than agreed. Take u and the probabilities
//! as they are; a u at or beyond the sum draws the last token of a probability above 0.

pub fn sample(probabilities: &[f32], u: f32) -> u32 {
    let u = u * probabilities.iter().sum::<f32>();
    let (mut sum, mut last) = (0.0, 0);
    for (id, &probability) in probabilities.iter().enumerate() {
        sum += probability;
        if probability > 0.0 {
            last = id;
        }
        if u < sum {
            break;
        }
    }
    last as u32
}
