//! The error says where, not which
//!
//! This is what you get when the `Err` holds the index in `ids`. It holds the id itself:
//! `ids[t]`, not t.

use ndarray::Array2;

pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(t) = ids.iter().position(|&id| id as usize >= table.nrows()) {
        return Err(t as u32);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}

pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(t) = ids.iter().position(|&id| id as usize >= table.nrows()) {
        return Err(t as u32);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}
