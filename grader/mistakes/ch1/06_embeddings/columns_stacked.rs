//! A column for each id
//!
//! This is what you get when each row of the result is a column of the table: V numbers instead
//! of d. An id stands for a row of the table, `table.row(id)`, so that the result is [T, d].

use ndarray::Array2;

pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().find(|&&id| id as usize >= table.nrows()) {
        return Err(id);
    }
    Ok(Array2::from_shape_fn((ids.len(), table.nrows()), |(t, i)| table[[i, ids[t] as usize]]))
}
