//! SiLU instead of GELU
//!
//! This is what you get with x · sigmoid(x), SiLU or Swish, which Llama uses. GPT-2's is GELU in
//! its tanh form.

pub fn gelu(x: f32) -> f32 {
    x / (1.0 + (-x).exp())
}
