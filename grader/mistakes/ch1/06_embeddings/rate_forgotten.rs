//! Without the rate
//!
//! This is what you get when the rows move by error · other row: the rate is missing. A small
//! rate makes small steps; with large ones what many pairs teach cannot be balanced.

use ndarray::Array2;

pub fn train_step(table: &Array2<f32>, a: u32, b: u32, together: bool, rate: f32) -> Array2<f32> {
    let (a, b) = (a as usize, b as usize);
    let (row_a, row_b) = (table.row(a), table.row(b));
    let sure = 1.0 / (1.0 + (-row_a.dot(&row_b)).exp());
    let error = if together { 1.0 - sure } else { -sure };
    let mut after = table.clone();
    after.row_mut(a).scaled_add(error, &row_b);
    after.row_mut(b).scaled_add(error, &row_a);
    after
}
