//! Each column at a speed of its own
//!
//! This is what you get when the exponent is the column divided by d, also in odd columns. Sine
//! and cosine of a pair share one angle: columns 2i and 2i + 1 both have the exponent 2i/d.

use ndarray::Array2;

pub fn sinusoidal(rows: usize, d: usize) -> Array2<f32> {
    Array2::from_shape_fn((rows, d), |(p, c)| {
        let angle = p as f64 / 10_000f64.powf(c as f64 / d as f64);
        (if c % 2 == 0 { angle.sin() } else { angle.cos() }) as f32
    })
}
