//! The row overwritten by its step
//!
//! This is what you get when the step itself is stored as the new row. A step changes what is
//! there: row - rate * gradient, starting from the old row.

use ndarray::Array2;

pub fn learn_positions(
    table: &Array2<f32>,
    gradient: &Array2<f32>,
    start: usize,
    rate: f32,
) -> Result<Array2<f32>, usize> {
    let mut learned = table.clone();
    for t in 0..gradient.nrows() {
        if start + t >= table.nrows() {
            return Err(start + t);
        }
        learned.row_mut(start + t).assign(&(&gradient.row(t) * (-rate)));
    }
    Ok(learned)
}
