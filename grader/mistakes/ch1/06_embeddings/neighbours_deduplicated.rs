//! Equal neighbours become one
//!
//! This is what you get with `dedup`, which makes one of equal ids that stand next to each
//! other. "very, very" has its word twice: T ids give T rows.

use ndarray::Array2;

pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().find(|&&id| id as usize >= table.nrows()) {
        return Err(id);
    }
    let mut ids = ids.to_vec();
    ids.dedup();
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}

pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().find(|&&id| id as usize >= table.nrows()) {
        return Err(id);
    }
    let mut ids = ids.to_vec();
    ids.dedup();
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}
