//! The mean of the rows
//!
//! This is what you get when the rows are averaged. Each row answers another question, what follows
//! after its own token, and only the last asks about the token after the text. Take that row alone.

use ndarray::Array2;

pub fn last_row(logits: &Array2<f32>) -> Option<Vec<f32>> {
    if logits.nrows() == 0 {
        return None;
    }
    let mean = |column: ndarray::ArrayView1<f32>| column.sum() / logits.nrows() as f32;
    Some(logits.columns().into_iter().map(mean).collect())
}
