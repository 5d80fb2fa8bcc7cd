//! Begins again at row 0
//!
//! This is what you get when a position past the end takes `position % rows`. Then two tokens far
//! apart claim to stand in the same place. A position that the table does not have is an error.

use ndarray::Array2;

pub fn add_positions(
    x: &Array2<f32>,
    table: &Array2<f32>,
    start: usize,
) -> Result<Array2<f32>, usize> {
    let mut sum = x.clone();
    for t in 0..x.nrows() {
        let mut row = sum.row_mut(t);
        row += &table.row((start + t) % table.nrows());
    }
    Ok(sum)
}
