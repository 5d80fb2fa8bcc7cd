//! The id V is let through
//!
//! This is what you get when only an id greater than V is refused. Rows count from 0, so the
//! last one belongs to id V − 1, and V itself has no row. The test is `id >= V`.

use ndarray::Array2;

pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().find(|&&id| id as usize > table.nrows()) {
        return Err(id);
    }
    let rows: Vec<usize> = ids.iter().map(|&id| id as usize).collect();
    Ok(table.select(ndarray::Axis(0), &rows))
}

pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().find(|&&id| id as usize > table.nrows()) {
        return Err(id);
    }
    let mut one_hot = Array2::<f32>::zeros((ids.len(), table.nrows()));
    for (t, &id) in ids.iter().enumerate() {
        one_hot[[t, id as usize]] = 1.0;
    }
    Ok(one_hot.dot(table))
}
