//! A tanh that overflows
//!
//! This is what you get when tanh is made of `exp`: for a large x it is infinite divided by
//! infinite, which is NaN. `f32::tanh` goes to 1 as it should.

pub fn gelu(x: f32) -> f32 {
    let y = (2.0 / std::f32::consts::PI).sqrt() * (x + 0.044715 * x * x * x);
    let e = (2.0 * y).exp();
    0.5 * x * (1.0 + (e - 1.0) / (e + 1.0))
}
