//! Together, whatever was seen
//!
//! This is what you get when `together` is not asked. Two words that do not stand together have
//! the error 0 − p, which pushes their rows apart. With pulling alone every row would end in the
//! same place.

use ndarray::Array2;

pub fn train_step(table: &Array2<f32>, a: u32, b: u32, together: bool, rate: f32) -> Array2<f32> {
    let (a, b) = (a as usize, b as usize);
    let (row_a, row_b) = (table.row(a), table.row(b));
    let sure = 1.0 / (1.0 + (-row_a.dot(&row_b)).exp());
    let error = 1.0 - sure;
    let mut after = table.clone();
    after.row_mut(a).scaled_add(rate * error, &row_b);
    after.row_mut(b).scaled_add(rate * error, &row_a);
    after
}
