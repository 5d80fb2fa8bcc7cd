//! The last row refused
//!
//! Your code refuses a text that just fits: `>=` where `>` is right. A table of 5 rows has the
//! positions 0 to 4, so start + T may be as large as 5.

use ndarray::Array2;

pub fn add_positions(
    x: &Array2<f32>,
    table: &Array2<f32>,
    start: usize,
) -> Result<Array2<f32>, usize> {
    let mut sum = x.clone();
    for t in 0..x.nrows() {
        if start + x.nrows() >= table.nrows() {
            return Err(start.max(table.nrows()));
        }
        let mut row = sum.row_mut(t);
        row += &table.row(start + t);
    }
    Ok(sum)
}
