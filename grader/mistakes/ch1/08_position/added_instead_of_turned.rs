//! Added instead of turned
//!
//! This is what you get when sine and cosine are added to the vector, as `add_positions` does with
//! the sinusoidal table. A rotary encoding adds nothing: it turns each pair by the angle.

pub fn rotate(x: &[f32], position: usize) -> Vec<f32> {
    let (p, d) = (position, x.len());
    let mut out = Vec::new();
    for i in 0..d / 2 {
        let (sin, cos) = (p as f64 / 10_000f64.powf((2 * i) as f64 / d as f64)).sin_cos();
        let (x, y) = (x[2 * i] as f64, x[2 * i + 1] as f64);
        out.push((x + sin) as f32);
        out.push((y + cos) as f32);
    }
    out
}
