//! NaN where the score is high
//!
//! This is what you get with p = e^s / (1 + e^s). It is the same on paper, but from s = 89 on
//! e^s is infinite in f32, and infinity divided by infinity is not a number. 1 / (1 + e^(−s))
//! has no such end: 1 / infinity is 0.

use ndarray::Array2;

pub fn train_step(table: &Array2<f32>, a: u32, b: u32, together: bool, rate: f32) -> Array2<f32> {
    let (a, b) = (a as usize, b as usize);
    let (row_a, row_b) = (table.row(a), table.row(b));
    let power = row_a.dot(&row_b).exp();
    let sure = power / (1.0 + power);
    let error = if together { 1.0 - sure } else { -sure };
    let mut after = table.clone();
    after.row_mut(a).scaled_add(rate * error, &row_b);
    after.row_mut(b).scaled_add(rate * error, &row_a);
    after
}
