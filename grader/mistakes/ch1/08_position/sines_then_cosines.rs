//! All sines, then all cosines
//!
//! This is what you get when the left half of the columns holds the sines and the right half the
//! cosines. Here the two of a pair stand next to each other: sine in column 2i, cosine in column
//! 2i + 1.

use ndarray::Array2;

pub fn sinusoidal(rows: usize, d: usize) -> Array2<f32> {
    Array2::from_shape_fn((rows, d), |(p, c)| {
        let i = c % (d / 2);
        let angle = p as f64 / 10_000f64.powf((2 * i) as f64 / d as f64);
        (if c < d / 2 { angle.sin() } else { angle.cos() }) as f32
    })
}
