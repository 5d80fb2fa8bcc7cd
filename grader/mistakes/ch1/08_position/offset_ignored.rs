//! The start ignored
//!
//! This is what you get when every text begins at position 0. Row t of the text stands at position
//! start + t: a token that is written after five others is at position 5, and has the table's row
//! 5.

use ndarray::Array2;

pub fn add_positions(
    x: &Array2<f32>,
    table: &Array2<f32>,
    start: usize,
) -> Result<Array2<f32>, usize> {
    let mut sum = x.clone();
    for t in 0..x.nrows() {
        let position = t;
        if position >= table.nrows() {
            return Err(position);
        }
        let mut row = sum.row_mut(t);
        row += &table.row(position);
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
        let position = t;
        if position >= table.nrows() {
            return Err(position);
        }
        let mut row = learned.row_mut(position);
        row += &(&gradient.row(t) * (-rate));
    }
    Ok(learned)
}
