//! 1.6 From token IDs to vectors
//!
//! The embedding table: from ids to rows, the same as a product, the way back to ids, and the
//! step of training that gives the rows their meaning. The lesson is in README.md;
//! `cargo xtask hint 1.6` helps.

use ndarray::Array2;

/// Looks up ids in an embedding table `[V, d]`: row t of the result is row `ids[t]` of the
/// table, `[T, d]`.
///
/// Ids count from 0. They may come in any order and more than once. No ids give no rows:
/// `[0, d]`.
///
/// # Errors
///
/// An id of V or more has no row. The first such id, as it stands in `ids`, is the error.
///
/// ```
/// # use embedding::embed;
/// # use ndarray::array;
/// let table = array![[0.5, 1.0], [2.0, -1.0], [3.0, 0.0]];
/// assert_eq!(embed(&table, &[2, 0, 2]), Ok(array![[3.0, 0.0], [0.5, 1.0], [3.0, 0.0]]));
/// assert_eq!(embed(&table, &[1, 4, 5, 3]), Err(4));
/// ```
pub fn embed(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    todo!("look up the rows of {ids:?} in {table}")
}

/// The same as [`embed`], computed as a product: one-hot rows `[T, V]` times the table `[V, d]`.
///
/// Row t of the one-hot matrix is 1 at column `ids[t]` and 0 elsewhere. The result is exactly
/// that of [`embed`], `[0, d]` for no ids included.
///
/// # Errors
///
/// As in [`embed`]: the first id of V or more.
///
/// ```
/// # use embedding::embed_one_hot;
/// # use ndarray::array;
/// let table = array![[0.5, 1.0], [2.0, -1.0], [3.0, 0.0]];
/// assert_eq!(embed_one_hot(&table, &[2, 0]), Ok(array![[3.0, 0.0], [0.5, 1.0]]));
/// assert_eq!(embed_one_hot(&table, &[1, 4, 5, 3]), Err(4));
/// ```
pub fn embed_one_hot(table: &Array2<f32>, ids: &[u32]) -> Result<Array2<f32>, u32> {
    todo!("multiply the one-hot rows of {ids:?} by {table}")
}

/// The way back: scores the vectors `x` `[T, d]` against every row of the table `[V, d]`,
/// `[T, V]`.
///
/// The number in row t, column i is the dot product of row t of `x` and row i of the table,
/// divided by nothing. An `x` without rows gives `[0, V]`.
///
/// ```
/// # use embedding::scores;
/// # use ndarray::array;
/// let table = array![[0.5, 1.0], [2.0, -1.0], [3.0, 0.0]];
/// assert_eq!(scores(&table, &array![[2.0, 1.0]]), array![[2.0, 3.0, 6.0]]);
/// ```
pub fn scores(table: &Array2<f32>, x: &Array2<f32>) -> Array2<f32> {
    todo!("score the rows of {x} against all rows of {table}")
}

/// One training step on the words `a` and `b`: the table after it, `[V, d]`.
///
/// With s the dot product of their rows, p = 1 / (1 + e^(−s)) is how sure the table is that
/// the two stand together. The error is 1 − p if they do (`together`), and 0 − p if not.
/// Row `a` becomes row a + `rate` · error · row b, and row `b` becomes
/// row b + `rate` · error · row a: both from the rows, and with the p, from before the step.
/// All other rows stay.
///
/// `a` and `b` are below V, and they differ. Rows may be long: for s = 100, p is 1, and for
/// s = −100 it is 0, within what `f32` can tell.
///
/// ```
/// # use embedding::train_step;
/// # use ndarray::array;
/// let table = array![[2.0, 1.0], [9.0, 9.0], [-1.0, 2.0]]; // s = 0 for words 0 and 2
/// let closer = array![[1.75, 1.5], [9.0, 9.0], [-0.5, 2.25]];
/// let further = array![[2.25, 0.5], [9.0, 9.0], [-1.5, 1.75]];
/// assert_eq!(train_step(&table, 0, 2, true, 0.5), closer);
/// assert_eq!(train_step(&table, 0, 2, false, 0.5), further);
/// ```
pub fn train_step(table: &Array2<f32>, a: u32, b: u32, together: bool, rate: f32) -> Array2<f32> {
    todo!("train {a} and {b} in {table}: together {together}, rate {rate}")
}
