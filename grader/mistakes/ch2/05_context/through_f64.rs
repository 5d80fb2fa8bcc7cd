//! Computed as an `f64`
//!
//! This is what you get when the count goes through an `f64`. It holds 53 binary digits, so beyond
//! 2^53, about 9 · 10^15, it rounds. A `u64` holds T(T + 1) for a billion tokens to the last digit.

pub fn attention_scores(tokens: u64) -> u64 {
    (tokens as f64 * (tokens as f64 + 1.0) / 2.0) as u64
}
