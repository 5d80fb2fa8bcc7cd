//! Always a whole step
//!
//! This is what you get when the other row is added or subtracted whole, times the rate only.
//! The error belongs into it: where the table is sure already there is little to learn.

use ndarray::Array2;

pub fn train_step(table: &Array2<f32>, a: u32, b: u32, together: bool, rate: f32) -> Array2<f32> {
    let (a, b) = (a as usize, b as usize);
    let (row_a, row_b) = (table.row(a), table.row(b));
    let error = if together { 1.0 } else { -1.0 };
    let mut after = table.clone();
    after.row_mut(a).scaled_add(rate * error, &row_b);
    after.row_mut(b).scaled_add(rate * error, &row_a);
    after
}
