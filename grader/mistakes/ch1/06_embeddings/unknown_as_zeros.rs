//! An unknown id becomes zeros
//!
//! This is what you get when an id without a row leaves a row of zeros, or a one-hot row without
//! its one. A vector of zeros is no word, and the mistake goes on unseen. Return the first such
//! id in an `Err`.

use ndarray::Array2;

pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    let mut out = Array2::zeros((ids.len(), table.ncols()));
    for (t, &id) in ids.iter().enumerate() {
        if (id as usize) < table.nrows() {
            out.row_mut(t).assign(&table.row(id as usize));
        }
    }
    Ok(out)
}

pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    let mut out = Array2::zeros((ids.len(), table.ncols()));
    for (t, &id) in ids.iter().enumerate() {
        if (id as usize) < table.nrows() {
            out.row_mut(t).assign(&table.row(id as usize));
        }
    }
    Ok(out)
}
