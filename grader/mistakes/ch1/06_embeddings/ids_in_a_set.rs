//! A set of ids
//!
//! This is what you get when the ids go through a `BTreeSet`, or are sorted and then
//! deduplicated: neither their order nor their repetitions are left. A text is a list. Row t of
//! the result belongs to `ids[t]`.

use ndarray::Array2;

pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().find(|&&id| id as usize >= table.nrows()) {
        return Err(id);
    }
    let set: std::collections::BTreeSet<u32> = ids.iter().copied().collect();
    let rows: Vec<usize> = set.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}

pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().find(|&&id| id as usize >= table.nrows()) {
        return Err(id);
    }
    let set: std::collections::BTreeSet<u32> = ids.iter().copied().collect();
    let rows: Vec<usize> = set.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}
