//! The root does not reach the cube
//!
//! This is what you get when √(2/π) multiplies only x, not 0.044715·x³ as well. It stands before
//! the bracket: √(2/π) · (x + 0.044715·x³).

pub fn gelu(x: f32) -> f32 {
    0.5 * x * (1.0 + ((2.0 / std::f32::consts::PI).sqrt() * x + 0.044715 * x * x * x).tanh())
}
