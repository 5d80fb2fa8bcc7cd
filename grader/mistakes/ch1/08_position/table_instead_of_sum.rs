//! The position instead of the sum
//!
//! This is what you get when the table's row takes the place of the token's. The position is
//! added: the result has to say what the token is and where it stands.

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
        sum.row_mut(t).assign(&table.row(start + t));
    }
    Ok(sum)
}
