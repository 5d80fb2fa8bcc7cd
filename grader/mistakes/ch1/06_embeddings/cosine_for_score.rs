//! The cosine for the score
//!
//! This is what you get when the dot product is divided by the lengths of both vectors: that is
//! the cosine, the subject of the next section. A score is the dot product alone, so a longer
//! row scores higher.

use ndarray::Array2;

pub fn scores(table: &Array2<f32>, x: &Array2<f32>) -> Array2<f32> {
    let length = |row: ndarray::ArrayView1<f32>| row.dot(&row).sqrt();
    Array2::from_shape_fn((x.nrows(), table.nrows()), |(t, i)| {
        let (a, b) = (x.row(t), table.row(i));
        a.dot(&b) / (length(a) * length(b))
    })
}
