//! Speeds stretched to the whole base
//!
//! This is what you get when the exponent is i / (d/2 - 1), so that the last pair is exactly 10000
//! times slower than the first. The original code of 2017 did that; the paper's formula, and ours,
//! divides by d: 2i/d.

use ndarray::Array2;

pub fn sinusoidal(rows: usize, d: usize) -> Array2<f32> {
    Array2::from_shape_fn((rows, d), |(p, c)| {
        let angle = p as f64 / 10_000f64.powf((c / 2) as f64 / (d as f64 / 2.0 - 1.0).max(1.0));
        (if c % 2 == 0 { angle.sin() } else { angle.cos() }) as f32
    })
}

pub fn rotate(x: &[f32], position: usize) -> Vec<f32> {
    let (p, d) = (position, x.len());
    let mut out = Vec::new();
    for i in 0..d / 2 {
        let (sin, cos) =
            (p as f64 / 10_000f64.powf(i as f64 / (d as f64 / 2.0 - 1.0).max(1.0))).sin_cos();
        let (x, y) = (x[2 * i] as f64, x[2 * i + 1] as f64);
        out.push((x * cos - y * sin) as f32);
        out.push((x * sin + y * cos) as f32);
    }
    out
}
