//! p is computed anew for the second row
//!
//! This is what you get when the score is taken again after row a has moved. The pair was seen
//! once, and both rows move by the same error, with the p from before the step: compute it
//! once, first.

use ndarray::Array2;

pub fn train_step(table: &Array2<f32>, a: u32, b: u32, together: bool, rate: f32) -> Array2<f32> {
    let (a, b) = (a as usize, b as usize);
    let (row_a, row_b) = (table.row(a), table.row(b));
    let error = |s: f32| (if together { 1.0 } else { 0.0 }) - 1.0 / (1.0 + (-s).exp());
    let mut after = table.clone();
    after.row_mut(a).scaled_add(rate * error(row_a.dot(&row_b)), &row_b);
    let anew = after.row(a).dot(&row_b);
    after.row_mut(b).scaled_add(rate * error(anew), &row_a);
    after
}
