//! One position for every row
//!
//! This is what you get when every row gets the table's row `start`. Only the first row of the
//! text stands there; row t stands at start + t.

use ndarray::Array2;

pub fn add_positions(
    x: &Array2<f32>,
    table: &Array2<f32>,
    start: usize,
) -> Result<Array2<f32>, usize> {
    let mut sum = x.clone();
    for t in 0..x.nrows() {
        if start + t >= table.nrows() {
            return Err(start + t);
        }
        let mut row = sum.row_mut(t);
        row += &table.row(start);
    }
    Ok(sum)
}
