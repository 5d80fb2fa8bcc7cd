//! Too large an id begins again at 0
//!
//! This is what you get with `id % V`. An id beyond the table would silently become another
//! word, and the model would read a text that nobody wrote. Return that id in an `Err`.

use ndarray::Array2;

pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    let v = table.nrows();
    if v == 0 && !ids.is_empty() {
        return Err(ids[0]);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize % v).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}

pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    let v = table.nrows();
    if v == 0 && !ids.is_empty() {
        return Err(ids[0]);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize % v).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}
