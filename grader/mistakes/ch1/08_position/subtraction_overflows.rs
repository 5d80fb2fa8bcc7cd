//! The positions subtracted as whole numbers
//!
//! This is what you get when the query is turned by m - n. A `usize` cannot be negative, so the
//! subtraction panics as soon as the key stands after the query. Turn q by m and k by n: the
//! difference comes out by itself.

pub fn rotary_score(q: &[f32], m: usize, k: &[f32], n: usize) -> f32 {
    product(&turned(q, m - n), k)
}

fn turned(x: &[f32], position: usize) -> Vec<f32> {
    let (p, d) = (position, x.len());
    let mut out = Vec::new();
    for i in 0..d / 2 {
        let (sin, cos) = (p as f64 / 10_000f64.powf((2 * i) as f64 / d as f64)).sin_cos();
        let (x, y) = (x[2 * i] as f64, x[2 * i + 1] as f64);
        out.push((x * cos - y * sin) as f32);
        out.push((x * sin + y * cos) as f32);
    }
    out
}

fn product(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
