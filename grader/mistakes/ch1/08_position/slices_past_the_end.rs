//! A slice past the end
//!
//! Your code slices the table from `start` to `start` + T, and a slice that reaches beyond the last
//! row panics. How long a text is depends on who types it: compare with the number of rows first,
//! and return an `Err`.

use ndarray::Array2;

pub fn add_positions(
    x: &Array2<f32>,
    table: &Array2<f32>,
    start: usize,
) -> Result<Array2<f32>, usize> {
    Ok(x + &table.slice(ndarray::s![start..start + x.nrows(), ..]))
}
