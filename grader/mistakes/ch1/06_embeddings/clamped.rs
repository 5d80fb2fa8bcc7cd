//! Too large an id gets the last row
//!
//! This is what you get when ids are cut down to V − 1, as `min` or `clamp` does. Every unknown
//! id would read as the last word of the vocabulary, and nobody would notice. Return the id in
//! an `Err`.

use ndarray::Array2;

pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    let v = table.nrows();
    if v == 0 && !ids.is_empty() {
        return Err(ids[0]);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| (id as usize).min(v - 1)).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}

pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    let v = table.nrows();
    if v == 0 && !ids.is_empty() {
        return Err(ids[0]);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| (id as usize).min(v - 1)).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}
