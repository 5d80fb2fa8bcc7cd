//! Divided by the root of d
//!
//! This is what you get when the dot products are divided by √d. Attention does so, in chapter
//! 2; the scores of the vocabulary are divided by nothing.

use ndarray::Array2;

pub fn scores(table: &Array2<f32>, x: &Array2<f32>) -> Array2<f32> {
    let root = (table.ncols() as f32).sqrt();
    x.dot(&table.t()) / root
}
