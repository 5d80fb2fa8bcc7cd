//! The slope of p is multiplied in
//!
//! This is what you get when the error is also multiplied by p · (1 − p), as for a squared
//! error. Then a table that is sure and wrong would hardly learn. The step is rate · error ·
//! other row, with nothing else.

use ndarray::Array2;

pub fn train_step(table: &Array2<f32>, a: u32, b: u32, together: bool, rate: f32) -> Array2<f32> {
    let (a, b) = (a as usize, b as usize);
    let (row_a, row_b) = (table.row(a), table.row(b));
    let sure = 1.0 / (1.0 + (-row_a.dot(&row_b)).exp());
    let error = if together { 1.0 - sure } else { -sure };
    let error = error * sure * (1.0 - sure);
    let mut after = table.clone();
    after.row_mut(a).scaled_add(rate * error, &row_b);
    after.row_mut(b).scaled_add(rate * error, &row_a);
    after
}
