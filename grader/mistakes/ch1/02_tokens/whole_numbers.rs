//! Divided as whole numbers
//!
//! Dividing two `usize` throws the fraction away, and turning the result into an `f64` does not
//! bring it back. Turn both into `f64` first, then divide.

pub fn bytes_per_token(bytes: usize, tokens: usize) -> Option<f64> {
    if tokens == 0 {
        return None;
    }
    Some((bytes / tokens) as f64)
}
