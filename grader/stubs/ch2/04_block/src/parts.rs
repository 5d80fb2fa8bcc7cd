//! What section 2.2 taught, for the block to use. Not yours to edit.

use model::{Linear, Norm};
use ndarray::Array2;

/// Layer norm of each row of `x` `[T, d]`, as in section 2.2: `[T, d]`.
///
/// ```
/// # use block::layer_norm;
/// # use model::Norm;
/// # use ndarray::array;
/// let norm = Norm { weight: array![1.0, 1.0, 10.0], bias: array![0.0, 0.0, 5.0] };
/// assert_eq!(layer_norm(&array![[1.0, 4.0, 7.0]], &norm, 3.0), array![[-1.0, 0.0, 15.0]]);
/// ```
pub fn layer_norm(x: &Array2<f32>, norm: &Norm, epsilon: f32) -> Array2<f32> {
    let d = x.ncols() as f32;
    let mut y = x.clone(); // [T, d]
    for mut row in y.rows_mut() {
        let mean = row.sum() / d;
        row -= mean; // [d]
        let variance = row.dot(&row) / d;
        row /= (variance + epsilon).sqrt(); // [d]
    }
    y * &norm.weight + &norm.bias // [T, d]
}

/// A linear layer on `x` `[T, in]`, as in section 2.2: `[T, out]`.
///
/// ```
/// # use block::linear;
/// # use model::Linear;
/// # use ndarray::array;
/// let layer = Linear { weight: array![[1.0, 0.0, 2.0], [0.0, 3.0, 1.0]], bias: array![0.5, 0.0, 0.0] };
/// assert_eq!(linear(&array![[1.0, 2.0]], &layer), array![[1.5, 6.0, 4.0]]);
/// ```
pub fn linear(x: &Array2<f32>, linear: &Linear) -> Array2<f32> {
    product(x, &linear.weight) + &linear.bias // [T, in] · [in, out] = [T, out]
}

/// `x.dot(w)`, quick for a single row too, which is what decoding has at each step. ndarray's own
/// product first rearranges all of `w`; for one row that takes longer than the product itself.
fn product(x: &Array2<f32>, w: &Array2<f32>) -> Array2<f32> {
    if x.nrows() != 1 {
        return x.dot(w); // [T, in] · [in, out] = [T, out]
    }
    assert_eq!(x.ncols(), w.nrows(), "x is [T, in] and W is [in, out]");
    let mut y = Array2::zeros((1, w.ncols())); // [1, out]
    for (&x, w) in x.iter().zip(w.rows()) {
        y.row_mut(0).scaled_add(x, &w); // [out]
    }
    y
}
