//! Positions from one
//!
//! This is what you get when positions count from 1. They count from 0: the first token stands at
//! position 0 and has row 0 of a table; at position 0 a rotation turns nothing.

use ndarray::Array2;

pub fn sinusoidal(rows: usize, d: usize) -> Array2<f32> {
    Array2::from_shape_fn((rows, d), |(p, c)| {
        let angle = (p + 1) as f64 / 10_000f64.powf((2 * (c / 2)) as f64 / d as f64);
        (if c % 2 == 0 { angle.sin() } else { angle.cos() }) as f32
    })
}

pub fn add_positions(
    x: &Array2<f32>,
    table: &Array2<f32>,
    start: usize,
) -> Result<Array2<f32>, usize> {
    let mut sum = x.clone();
    for t in 0..x.nrows() {
        let position = start + t + 1;
        if position >= table.nrows() {
            return Err(position);
        }
        let mut row = sum.row_mut(t);
        row += &table.row(position);
    }
    Ok(sum)
}

pub fn rotate(x: &[f32], position: usize) -> Vec<f32> {
    let (p, d) = (position, x.len());
    let mut out = Vec::new();
    for i in 0..d / 2 {
        let (sin, cos) = ((p + 1) as f64 / 10_000f64.powf((2 * i) as f64 / d as f64)).sin_cos();
        let (x, y) = (x[2 * i] as f64, x[2 * i + 1] as f64);
        out.push((x * cos - y * sin) as f32);
        out.push((x * sin + y * cos) as f32);
    }
    out
}

pub fn learn_positions(
    table: &Array2<f32>,
    gradient: &Array2<f32>,
    start: usize,
    rate: f32,
) -> Result<Array2<f32>, usize> {
    let mut learned = table.clone();
    for t in 0..gradient.nrows() {
        let position = start + t + 1;
        if position >= table.nrows() {
            return Err(position);
        }
        let mut row = learned.row_mut(position);
        row += &(&gradient.row(t) * (-rate));
    }
    Ok(learned)
}
