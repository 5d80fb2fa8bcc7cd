//! The second row after the first has moved
//!
//! This is what you get when row a is changed first, and then row b is computed from the changed
//! row a: its score, its p and what is added are all new. Both rows move at once, by the rows
//! and the p from before the step.

use ndarray::Array2;

pub fn train_step(table: &Array2<f32>, a: u32, b: u32, together: bool, rate: f32) -> Array2<f32> {
    let (a, b) = (a as usize, b as usize);
    let (row_a, row_b) = (table.row(a), table.row(b));
    let error = |s: f32| (if together { 1.0 } else { 0.0 }) - 1.0 / (1.0 + (-s).exp());
    let mut after = table.clone();
    after.row_mut(a).scaled_add(rate * error(row_a.dot(&row_b)), &row_b);
    let new_a = after.row(a).to_owned();
    after.row_mut(b).scaled_add(rate * error(new_a.dot(&row_b)), &new_a);
    after
}
