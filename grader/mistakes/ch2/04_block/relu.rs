//! ReLU instead of GELU
//!
//! This is what you get with max(x, 0), ReLU, which the transformer of 2017 has. GELU bends
//! smoothly and dips below 0 on the left; GPT-2's is the tanh form.

pub fn gelu(x: f32) -> f32 {
    x.max(0.0)
}
