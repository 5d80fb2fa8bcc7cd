//! Turned the other way
//!
//! This is what you get when the pairs turn clockwise: the two signs are exchanged.
//! Counterclockwise is x' = x cos a - y sin a, y' = x sin a + y cos a: the minus stands in the
//! first line. Turned back, lengths and distances still fit, but a trained model's weights do not.

pub fn rotate(x: &[f32], position: usize) -> Vec<f32> {
    let (p, d) = (position, x.len());
    let mut out = Vec::new();
    for i in 0..d / 2 {
        let (sin, cos) = (p as f64 / 10_000f64.powf((2 * i) as f64 / d as f64)).sin_cos();
        let (x, y) = (x[2 * i] as f64, x[2 * i + 1] as f64);
        out.push((x * cos + y * sin) as f32);
        out.push((y * cos - x * sin) as f32);
    }
    out
}
