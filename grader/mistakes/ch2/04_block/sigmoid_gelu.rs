//! The quick GELU
//!
//! This is what you get with x · sigmoid(1.702 x), the quick approximation that CLIP uses. It is
//! up to 0.02 away from GPT-2's, which has tanh.

pub fn gelu(x: f32) -> f32 {
    x / (1.0 + (-1.702 * x).exp())
}
