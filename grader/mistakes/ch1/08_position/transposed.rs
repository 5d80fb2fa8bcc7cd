//! Rows and columns exchanged
//!
//! This is what you get when the table lies on its side: a column for each position. A position is
//! a row, and the shape is [rows, d].

use ndarray::Array2;

pub fn sinusoidal(rows: usize, d: usize) -> Array2<f32> {
    Array2::from_shape_fn((d, rows), |(c, p)| {
        let angle = p as f64 / 10_000f64.powf((2 * (c / 2)) as f64 / d as f64);
        (if c % 2 == 0 { angle.sin() } else { angle.cos() }) as f32
    })
}
