//! The error says the largest id
//!
//! This is what you get when the largest id is compared with the table and returned, as with
//! `ids.iter().max()`. When several have no row, the error is the first of them, as they stand
//! in `ids`: `find` looks for that one.

use ndarray::Array2;

pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().max().filter(|&&id| id as usize >= table.nrows()) {
        return Err(id);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}

pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().max().filter(|&&id| id as usize >= table.nrows()) {
        return Err(id);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}
