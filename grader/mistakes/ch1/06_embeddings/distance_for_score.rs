//! Distances for scores
//!
//! This is what you get when each number is the distance of the two vectors. Scores are dot
//! products: number times number, added up. The best row has the highest score, not the lowest.

use ndarray::Array2;

pub fn scores(table: &Array2<f32>, x: &Array2<f32>) -> Array2<f32> {
    Array2::from_shape_fn((x.nrows(), table.nrows()), |(t, i)| {
        let way = &x.row(t) - &table.row(i);
        way.dot(&way).sqrt()
    })
}
