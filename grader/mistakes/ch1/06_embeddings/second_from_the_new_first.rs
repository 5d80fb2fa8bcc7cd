//! The second row from the new first one
//!
//! This is what you get when row a is changed first, and row b then gets some of the changed row
//! a. Both move by the rows as they were before the step: keep a copy, or read from the table
//! you were given.

use ndarray::Array2;

pub fn train_step(table: &Array2<f32>, a: u32, b: u32, together: bool, rate: f32) -> Array2<f32> {
    let (a, b) = (a as usize, b as usize);
    let (row_a, row_b) = (table.row(a), table.row(b));
    let sure = 1.0 / (1.0 + (-row_a.dot(&row_b)).exp());
    let error = if together { 1.0 - sure } else { -sure };
    let mut after = table.clone();
    after.row_mut(a).scaled_add(rate * error, &row_b);
    let new_a = after.row(a).to_owned();
    after.row_mut(b).scaled_add(rate * error, &new_a);
    after
}
