//! The last row is refused
//!
//! This is what you get when the id V − 1 counts as an error. Rows count from 0, so V − 1 is the
//! last one and there for use; in GPT-2 it belongs to `<|endoftext|>`. The first id without a
//! row is V.

use ndarray::Array2;

pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().find(|&&id| id as usize + 1 >= table.nrows()) {
        return Err(id);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}

pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().find(|&&id| id as usize + 1 >= table.nrows()) {
        return Err(id);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}
