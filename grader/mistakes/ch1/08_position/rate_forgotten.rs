//! The rate forgotten
//!
//! This is what you get when the whole gradient is subtracted. The rate says how far to go: row -
//! rate * gradient.

use ndarray::Array2;

pub fn learn_positions(
    table: &Array2<f32>,
    gradient: &Array2<f32>,
    start: usize,
    rate: f32,
) -> Result<Array2<f32>, usize> {
    let mut learned = table.clone();
    for t in 0..gradient.nrows() {
        let position = start + t;
        if position >= table.nrows() {
            return Err(position);
        }
        let mut row = learned.row_mut(position);
        row += &(&gradient.row(t) * (-1.0));
    }
    Ok(learned)
}
