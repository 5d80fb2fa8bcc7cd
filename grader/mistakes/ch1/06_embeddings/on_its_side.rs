//! Rows and columns exchanged
//!
//! This is what you get when the result lies on its side. Each vector is a row, and so is each
//! text position: the rows of an embedding are [T, d], the scores [T, V].

use ndarray::Array2;

pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().find(|&&id| id as usize >= table.nrows()) {
        return Err(id);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(0), &rows).reversed_axes())
}

pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().find(|&&id| id as usize >= table.nrows()) {
        return Err(id);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(0), &rows).reversed_axes())
}

pub fn scores(table: &Array2<f32>, x: &Array2<f32>) -> Array2<f32> {
    table.dot(&x.t())
}
