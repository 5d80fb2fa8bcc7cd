//! One row for the whole text
//!
//! This is what you get when all ids are marked in one and the same row, whose product is the
//! sum of all their vectors: a bag of words. Each id has a one-hot row of its own, row t for
//! `ids[t]`.

use ndarray::Array2;

pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().find(|&&id| id as usize >= table.nrows()) {
        return Err(id);
    }
    let mut counts = Array2::zeros((1, table.nrows()));
    for &id in ids {
        counts[[0, id as usize]] += 1.0;
    }
    Ok(counts.dot(table))
}
