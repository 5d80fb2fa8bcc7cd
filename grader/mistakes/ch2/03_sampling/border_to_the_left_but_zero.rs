//! The border goes to the left, past tokens of probability 0
//!
//! This is what you get when a u that is exactly the sum so far still counts. A token covers its
//! range without the end: compare with `u < sum`. Then a token of probability 0 needs no check of
//! its own, since its sum is that of the token before it.

pub fn sample(probabilities: &[f32], u: f32) -> u32 {
    let (mut sum, mut last) = (0.0, 0);
    for (id, &probability) in probabilities.iter().enumerate() {
        sum += probability;
        if probability > 0.0 {
            last = id;
            if sum >= u {
                break;
            }
        }
    }
    last as u32
}
