//! The exponent i/d
//!
//! This is what you get with the exponent i/d, half of what it should be: every pair after the
//! first turns too fast. The exponent is 2i/d, where i counts pairs and d all numbers of a row:
//! with d = 4, pair 1 has 2/4.

use ndarray::Array2;

pub fn sinusoidal(rows: usize, d: usize) -> Array2<f32> {
    Array2::from_shape_fn((rows, d), |(p, c)| {
        let angle = p as f64 / 10_000f64.powf((c / 2) as f64 / d as f64);
        (if c % 2 == 0 { angle.sin() } else { angle.cos() }) as f32
    })
}

pub fn rotate(x: &[f32], position: usize) -> Vec<f32> {
    let (p, d) = (position, x.len());
    let mut out = Vec::new();
    for i in 0..d / 2 {
        let (sin, cos) = (p as f64 / 10_000f64.powf(i as f64 / d as f64)).sin_cos();
        let (x, y) = (x[2 * i] as f64, x[2 * i + 1] as f64);
        out.push((x * cos - y * sin) as f32);
        out.push((x * sin + y * cos) as f32);
    }
    out
}
