//! The last position as the error
//!
//! Your error says the text's last position, start + T - 1. It should say the first that the table
//! does not have: that is where the text would have to be cut.

use ndarray::Array2;

pub fn add_positions(
    x: &Array2<f32>,
    table: &Array2<f32>,
    start: usize,
) -> Result<Array2<f32>, usize> {
    let mut sum = x.clone();
    for t in 0..x.nrows() {
        if start + x.nrows() > table.nrows() {
            return Err(start + x.nrows() - 1);
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
            return Err(start + gradient.nrows() - 1);
        }
        let mut row = learned.row_mut(start + t);
        row += &(&gradient.row(t) * (-rate));
    }
    Ok(learned)
}
