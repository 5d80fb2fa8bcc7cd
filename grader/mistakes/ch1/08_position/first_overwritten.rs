//! The first number overwritten too early
//!
//! This is what you get when x' is stored in x's place before y' is computed: y' is then made from
//! the new x. Both lines need the old x and the old y; read the two before you write either.

pub fn rotate(x: &[f32], position: usize) -> Vec<f32> {
    let (p, d) = (position, x.len());
    let mut out = Vec::new();
    for i in 0..d / 2 {
        let (sin, cos) = (p as f64 / 10_000f64.powf((2 * i) as f64 / d as f64)).sin_cos();
        let (x, y) = (x[2 * i] as f64, x[2 * i + 1] as f64);
        out.push((x * cos - y * sin) as f32);
        out.push(((x * cos - y * sin) * sin + y * cos) as f32);
    }
    out
}
