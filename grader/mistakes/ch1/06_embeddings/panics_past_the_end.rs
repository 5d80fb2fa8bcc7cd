//! Panics past the end
//!
//! This is what you get when nobody asks whether the table has the row: ndarray panics. Ids come
//! from files and other programs, so a wrong one is to be expected. Compare each with
//! `table.nrows()` first, and return it in an `Err`.

use ndarray::Array2;

pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}

pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    let mut one_hot = Array2::<f32>::zeros((ids.len(), table.nrows()));
    for (t, &id) in ids.iter().enumerate() {
        one_hot[[t, id as usize]] = 1.0;
    }
    Ok(one_hot.dot(table))
}
