//! Probabilities for scores
//!
//! This is what you get when each row of scores goes through a softmax, so that it adds up to 1.
//! That comes later, in chapter 2. The scores are plain dot products, of any size and sign.

use ndarray::Array2;

pub fn scores(table: &Array2<f32>, x: &Array2<f32>) -> Array2<f32> {
    let mut scores = x.dot(&table.t());
    for mut row in scores.outer_iter_mut() {
        let top = row.fold(f32::NEG_INFINITY, |top, &s| top.max(s));
        row.mapv_inplace(|s| (s - top).exp());
        let sum = row.sum();
        row.mapv_inplace(|e| e / sum);
    }
    scores
}
