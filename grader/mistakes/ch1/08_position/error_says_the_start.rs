//! The start as the error
//!
//! Your error is always `start`. That is the first missing position only when `start` itself lies
//! beyond the table. A text that begins inside it and reaches over its end lacks the position
//! `rows` first.

use ndarray::Array2;

pub fn add_positions(
    x: &Array2<f32>,
    table: &Array2<f32>,
    start: usize,
) -> Result<Array2<f32>, usize> {
    let mut sum = x.clone();
    for t in 0..x.nrows() {
        if start + x.nrows() > table.nrows() {
            return Err(start);
        }
        let mut row = sum.row_mut(t);
        row += &table.row(start + t);
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
        if start + gradient.nrows() > table.nrows() {
            return Err(start);
        }
        let mut row = learned.row_mut(start + t);
        row += &(&gradient.row(t) * (-rate));
    }
    Ok(learned)
}
