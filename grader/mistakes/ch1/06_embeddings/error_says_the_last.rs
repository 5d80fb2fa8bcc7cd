//! The error says the last unknown id
//!
//! This is what you get when the last id without a row is returned, as when a loop goes on and
//! the next error overwrites the one before. Return as soon as you meet the first.

use ndarray::Array2;

pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().rev().find(|&&id| id as usize >= table.nrows()) {
        return Err(id);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}

pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().rev().find(|&&id| id as usize >= table.nrows()) {
        return Err(id);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}
