//! u runs off the end
//!
//! Rounding can leave the sum of all a little short of 1, and a u behind it is covered by no
//! token. This code has no answer then, and panics: once in millions of tokens, in the middle of a
//! text. Draw the last token whose probability is above 0.

pub fn sample(probabilities: &[f32], u: f32) -> u32 {
    let mut sum = 0.0;
    let covers = |probability: &f32| {
        sum += probability;
        u < sum
    };
    probabilities.iter().position(covers).expect("a token covers u") as u32
}
