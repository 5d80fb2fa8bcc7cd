//! An unknown id is left out
//!
//! This is what you get when ids without a row are dropped, as `filter` or `filter_map` does.
//! The text would lose a word and all that follow would stand one place too early. Return the
//! first such id in an `Err`.

use ndarray::Array2;

pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    let rows: Vec<usize> =
        ids.iter().map(|&id| id as usize).filter(|&id| id < table.nrows()).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}

pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    let rows: Vec<usize> =
        ids.iter().map(|&id| id as usize).filter(|&id| id < table.nrows()).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}
