//! Columns for rows
//!
//! This is what you get when an id picks a column of the table, as `select(Axis(1), …)` does.
//! The table is [V, d]: each id has a row, and the result is [T, d]. Rows lie along axis 0.

use ndarray::Array2;

pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().find(|&&id| id as usize >= table.nrows()) {
        return Err(id);
    }
    let columns: Vec<usize> = ids.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(1), &columns))
}
