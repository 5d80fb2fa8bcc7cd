//! Silently without a position
//!
//! This is what you get when tokens past the end of the table are left out, as when `zip` stops at
//! the shorter of its two, or `if let Some` has no else. Nobody would be told: return the first
//! missing position in an `Err`.

use ndarray::Array2;

pub fn add_positions(
    x: &Array2<f32>,
    table: &Array2<f32>,
    start: usize,
) -> Result<Array2<f32>, usize> {
    let mut sum = x.clone();
    for t in 0..x.nrows() {
        if start + t < table.nrows() {
            let mut row = sum.row_mut(t);
            row += &table.row(start + t);
        }
    }
    Ok(sum)
}

pub fn learn_positions(
    table: &Array2<f32>,
    gradient: &Array2<f32>,
    start: usize,
    rate: f32,
) -> Result<Array2<f32>, usize> {
    let mut learned = table.clone();
    for t in 0..gradient.nrows() {
        if start + t < table.nrows() {
            let mut row = learned.row_mut(start + t);
            row += &(&gradient.row(t) * (-rate));
        }
    }
    Ok(learned)
}
