//! The score taken for p
//!
//! This is what you get when the error is 1 − s or 0 − s, with the dot product s itself. First
//! make of it a p between 0 and 1: p = 1 / (1 + e^(−s)).

use ndarray::Array2;

pub fn train_step(table: &Array2<f32>, a: u32, b: u32, together: bool, rate: f32) -> Array2<f32> {
    let (a, b) = (a as usize, b as usize);
    let (row_a, row_b) = (table.row(a), table.row(b));
    let sure = row_a.dot(&row_b);
    let error = if together { 1.0 - sure } else { -sure };
    let mut after = table.clone();
    after.row_mut(a).scaled_add(rate * error, &row_b);
    after.row_mut(b).scaled_add(rate * error, &row_a);
    after
}
