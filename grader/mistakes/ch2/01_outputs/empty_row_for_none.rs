//! An empty row instead of none
//!
//! This is what you get when no rows give an empty row. The type has a word for "there is none":
//! `None`. An empty row would be a distribution over no tokens, which whoever calls you can not
//! use.

use ndarray::Array2;

pub fn last_row(logits: &Array2<f32>) -> Option<Vec<f32>> {
    Some(logits.rows().into_iter().next_back().map(|row| row.to_vec()).unwrap_or_default())
}
