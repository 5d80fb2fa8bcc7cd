//! The first row
//!
//! This is what you get when you take row 0. It says what follows the first token, and that token
//! is in the text already. What comes after the whole text is in the last row, T - 1.

use ndarray::Array2;

pub fn last_row(logits: &Array2<f32>) -> Option<Vec<f32>> {
    logits.rows().into_iter().next().map(|row| row.to_vec())
}
