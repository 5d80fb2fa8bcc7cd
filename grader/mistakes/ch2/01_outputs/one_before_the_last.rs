//! One row too early
//!
//! This is what you get when you take the row before the last. It predicts the text's own last
//! token. Rows count from 0, so the last of T rows is T - 1, and T - 2 is one too early.

use ndarray::Array2;

pub fn last_row(logits: &Array2<f32>) -> Option<Vec<f32>> {
    (logits.nrows() > 0).then(|| logits.row(logits.nrows() - 2).to_vec())
}
