//! The embeddings scaled first
//!
//! This is what you get when x is multiplied by the root of d before the positions are added. The
//! paper of 2017 did so, GPT-2 does not, and neither do we: x + table, nothing else.

use ndarray::Array2;

pub fn add_positions(
    x: &Array2<f32>,
    table: &Array2<f32>,
    start: usize,
) -> Result<Array2<f32>, usize> {
    let mut sum = x.clone();
    for t in 0..x.nrows() {
        if start + t >= table.nrows() {
            return Err(start + t);
        }
        let scale = (x.ncols() as f32).sqrt();
        let row = &x.row(t) * scale + table.row(start + t);
        sum.row_mut(t).assign(&row);
    }
    Ok(sum)
}
