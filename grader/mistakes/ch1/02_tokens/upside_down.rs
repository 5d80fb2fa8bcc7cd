//! Tokens per byte
//!
//! This is tokens per byte. Bytes per token is bytes divided by tokens: the more text one token
//! stands for, the larger the number.

pub fn bytes_per_token(bytes: usize, tokens: usize) -> Option<f64> {
    if tokens == 0 {
        return None;
    }
    Some(tokens as f64 / bytes as f64)
}
