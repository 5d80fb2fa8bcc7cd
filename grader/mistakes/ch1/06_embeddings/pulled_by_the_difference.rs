//! Pulled along the straight line
//!
//! This is what you get when a row moves by rate · error · (other row − own row), straight to
//! the other. What raises the score fastest is to add some of the other row: rate · error ·
//! other row.

use ndarray::Array2;

pub fn train_step(table: &Array2<f32>, a: u32, b: u32, together: bool, rate: f32) -> Array2<f32> {
    let (a, b) = (a as usize, b as usize);
    let (row_a, row_b) = (table.row(a), table.row(b));
    let sure = 1.0 / (1.0 + (-row_a.dot(&row_b)).exp());
    let error = if together { 1.0 - sure } else { -sure };
    let way = &row_b - &row_a;
    let mut after = table.clone();
    after.row_mut(a).scaled_add(rate * error, &way);
    after.row_mut(b).scaled_add(-rate * error, &way);
    after
}
