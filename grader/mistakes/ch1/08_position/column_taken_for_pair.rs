//! The column taken for the pair
//!
//! This is what you get when i in 10000^(2i/d) is the column. It is the number of the pair:
//! columns 0 and 1 are pair 0, columns 2 and 3 are pair 1, so i is the column divided by 2,
//! rounded down.

use ndarray::Array2;

pub fn sinusoidal(rows: usize, d: usize) -> Array2<f32> {
    Array2::from_shape_fn((rows, d), |(p, c)| {
        let angle = p as f64 / 10_000f64.powf(2.0 * c as f64 / d as f64);
        (if c % 2 == 0 { angle.sin() } else { angle.cos() }) as f32
    })
}
