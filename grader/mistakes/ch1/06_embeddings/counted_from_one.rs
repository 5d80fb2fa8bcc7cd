//! Ids counted from 1
//!
//! This is what you get when id 1 means the first row. Ids count from 0, as rows do: id 0 has
//! the first row, and the last row belongs to id V − 1. Use the id as it is.

use ndarray::Array2;

pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().find(|&&id| id as usize > table.nrows()) {
        return Err(id);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize - 1).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}

pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().find(|&&id| id as usize > table.nrows()) {
        return Err(id);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize - 1).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}
