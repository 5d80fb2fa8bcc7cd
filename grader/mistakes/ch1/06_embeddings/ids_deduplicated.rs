//! Each id only once
//!
//! This is what you get when an id that came before is left out. A word that comes twice needs a
//! row each time: T ids give T rows, and the two are equal.

use ndarray::Array2;

pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().find(|&&id| id as usize >= table.nrows()) {
        return Err(id);
    }
    let mut rows: Vec<usize> = Vec::new();
    for &id in ids {
        if !rows.contains(&(id as usize)) {
            rows.push(id as usize);
        }
    }
    Ok(table.select(ndarray::Axis(0), &rows))
}

pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().find(|&&id| id as usize >= table.nrows()) {
        return Err(id);
    }
    let mut rows: Vec<usize> = Vec::new();
    for &id in ids {
        if !rows.contains(&(id as usize)) {
            rows.push(id as usize);
        }
    }
    Ok(table.select(ndarray::Axis(0), &rows))
}
