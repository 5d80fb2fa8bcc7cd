//! One-hot rows, and no product
//!
//! This is what you get when the one-hot matrix itself is returned: [T, V] of zeros and ones.
//! Multiply it by the table: [T, V] times [V, d] is [T, d].

use ndarray::Array2;

pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    if let Some(&id) = ids.iter().find(|&&id| id as usize >= table.nrows()) {
        return Err(id);
    }
    let mut one_hot = Array2::zeros((ids.len(), table.nrows()));
    for (t, &id) in ids.iter().enumerate() {
        one_hot[[t, id as usize]] = 1.0;
    }
    Ok(one_hot)
}
