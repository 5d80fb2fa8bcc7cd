//! The error says how many rows there are
//!
//! This is what you get when the `Err` holds V, the number of rows. It holds the id that was
//! given and has no row, which tells the caller what was wrong with the text.

use ndarray::Array2;

pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if ids.iter().any(|&id| id as usize >= table.nrows()) {
        return Err(table.nrows() as u32);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}

pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if ids.iter().any(|&id| id as usize >= table.nrows()) {
        return Err(table.nrows() as u32);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}
